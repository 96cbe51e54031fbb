/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.util.concurrent.ThreadAwareExecutor;

/**
 * Netty's epoll, mended in one place. Since 4.2.13 a socket from which nothing is wanted is removed
 * from the epoll set, as it must be, or the machine would report its hang-up for ever; but Netty
 * then forgets that it did so, and the next wish fails with "No such file or directory" and takes
 * the connection down. We come that way whenever the other side has closed its direction while
 * nobody was reading, or while much was to be written.
 *
 * <p>Here such a socket stays in the set with nothing but the edge-triggered flag: it is told once
 * that the connection was cut, and never twice.
 */
final class WakefulEpoll implements IoHandlerFactory {

  private final IoHandlerFactory epoll = EpollIoHandler.newFactory();

  @Override
  public IoHandler newHandler(ThreadAwareExecutor executor) {
    return new Handler(epoll.newHandler(executor));
  }

  private record Handler(IoHandler epoll) implements IoHandler {

    @Override
    public void initialize() {
      epoll.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
      return epoll.run(context);
    }

    @Override
    public void prepareToDestroy() {
      epoll.prepareToDestroy();
    }

    @Override
    public void destroy() {
      epoll.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
      return new Registration(epoll.register(handle));
    }

    @Override
    public void wakeup() {
      epoll.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
      return epoll.isCompatible(handleType);
    }
  }

  private static final class Registration implements IoRegistration {
    private final IoRegistration registration;

    /**
     * Whether the socket is in the set: not before it is connected. Used on the event loop only.
     */
    private boolean added;

    Registration(IoRegistration registration) {
      this.registration = registration;
    }

    @Override
    public <T> T attachment() {
      return registration.attachment();
    }

    @Override
    public long submit(IoOps wishes) {
      if (added && wishes.equals(EpollIoOps.NONE)) {
        return registration.submit(EpollIoOps.EPOLLET);
      }
      added |= !wishes.equals(EpollIoOps.NONE);
      return registration.submit(wishes);
    }

    @Override
    public boolean isValid() {
      return registration.isValid();
    }

    @Override
    public boolean cancel() {
      return registration.cancel();
    }
  }
}
