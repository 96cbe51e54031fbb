/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.ThreadAwareExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Netty's epoll, mended in one place. Since 4.2.13 a socket from which nothing is wanted is removed
 * from the epoll set, as it must be, or the machine would report its hang-up for ever; but Netty
 * then forgets that it did so, and the next wish fails with "No such file or directory" and takes
 * the connection down. We come that way whenever the other side has closed its direction while
 * nobody was reading, or while much was to be written.
 *
 * <p>Here such a socket stays in the set with nothing but the edge-triggered flag: it is told once
 * that the connection was cut, and never twice. Netty would not listen to that either, so the
 * socket is closed then.
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
      var watched = new Watched((EpollIoHandle) handle);
      var registration = new Registration(epoll.register(watched));
      watched.registration = registration;
      return registration;
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

  private static final class Watched implements EpollIoHandle {
    private final EpollIoHandle handle;
    private @Nullable Registration registration;

    Watched(EpollIoHandle handle) {
      this.handle = handle;
    }

    @Override
    public FileDescriptor fd() {
      return handle.fd();
    }

    @Override
    public void registered() {
      handle.registered();
    }

    @Override
    public void unregistered() {
      handle.unregistered();
    }

    @Override
    public void handle(IoRegistration netty, IoEvent event) {
      handle.handle(netty, event);
      boolean cut = ((EpollIoEvent) event).ops().contains(EpollIoOps.EPOLLERR);
      if (cut && registration != null && registration.unwanted) {
        close();
      }
    }

    @Override
    public void close() {
      try {
        handle.close();
      } catch (Exception e) {
        throw new IllegalStateException("a socket cannot be closed", e);
      }
    }
  }

  private static final class Registration implements IoRegistration {
    private final IoRegistration registration;

    /**
     * Whether the socket is in the set: not before it is connected. Used on the event loop only.
     */
    private boolean added;

    /** Whether nothing is wanted from it just now. */
    private boolean unwanted;

    Registration(IoRegistration registration) {
      this.registration = registration;
    }

    @Override
    public <T> T attachment() {
      return registration.attachment();
    }

    @Override
    public long submit(IoOps wishes) {
      boolean none = wishes.equals(EpollIoOps.NONE);
      unwanted = added && none;
      added |= !none;
      return registration.submit(unwanted ? EpollIoOps.EPOLLET : wishes);
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
