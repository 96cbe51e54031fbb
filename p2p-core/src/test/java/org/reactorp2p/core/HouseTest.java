/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ground floor checks itself: stairs lead down, and Netty stays behind its wall. */
@AnalyzeClasses(
    packages = "org.reactorp2p.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final String CORE = "org.reactorp2p.core.";
  private static final String TCP = CORE + "transport.tcp..";
  private static final String MEMORY = CORE + "transport.memory..";

  /** From the lowest room up. A room sees those in front of it, never those behind. */
  private static final List<String> ROOMS =
      List.of(
          CORE + "model..",
          CORE + "wire..",
          CORE + "transport",
          CORE + "transport.limit..",
          TCP,
          MEMORY,
          CORE + "handshake..",
          CORE + "connection..");

  @ArchTest static final ArchRule stairs_lead_down = stairs();

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching("org.reactorp2p.core.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule netty_stays_behind_its_wall =
      noClasses()
          .that()
          .resideOutsideOfPackage(TCP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "reactor.netty..");

  @ArchTest
  static final ArchRule the_transports_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAPackage(MEMORY)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TCP)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule handshake_and_connection_know_links_and_no_sockets =
      noClasses()
          .that()
          .resideInAnyPackage(CORE + "handshake..", CORE + "connection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TCP, MEMORY)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_buffer_is_allocated_from_netty =
      noClasses()
          .should()
          .callMethodWhere(target(owner(assignableTo("io.netty.buffer.ByteBufAllocator"))))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo("io.netty.buffer.Unpooled")))
                  .and(target(nameMatching("buffer|directBuffer|copied.*"))));

  @ArchTest
  static final ArchRule what_does_not_belong_here_stays_out =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micrometer..",
              "com.google.crypto.tink..",
              "org.bouncycastle..",
              "com.fasterxml.jackson..",
              "java.sql..",
              "org.reactorp2p.pool..",
              "org.reactorp2p.node..",
              "org.reactorp2p.bench..");

  @ArchTest
  static final ArchRule values_and_codecs_are_pure =
      noClasses()
          .that()
          .resideInAnyPackage(CORE + "model..", CORE + "wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("reactor..", "org.slf4j..", "java.io..", "java.util.concurrent..");

  @ArchTest
  static final ArchRule time_and_chance_come_in_by_the_door =
      noClasses()
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo("reactor.core.scheduler.Schedulers")))
                  .and(target(nameMatching("parallel|single|boundedElastic|immediate")))
                  .and(target(rawParameterTypes(List.of()))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class);

  @ArchTest static final ArchRule nobody_inherits_from_us = classes().should(extendNothingOfOurs());

  @ArchTest
  static final ArchRule names_say_what_things_are =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*(Manager|Helper|Utils?|Common)");

  private static ArchRule stairs() {
    var rules = new ArrayList<ArchRule>();
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      String[] above = ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(ROOMS.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(above)
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  private static ArchCondition<JavaClass> extendNothingOfOurs() {
    return new ArchCondition<>("extend no class of ours") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        Stream.of(item)
            .flatMap(it -> it.getRawSuperclass().stream())
            .filter(parent -> parent.getPackageName().startsWith("org.reactorp2p"))
            .forEach(
                parent ->
                    events.add(
                        SimpleConditionEvent.violated(
                            item, item.getName() + " extends " + parent.getName())));
      }
    };
  }
}
