/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;

/** The simulated world checks itself: nothing comes in that would not be the same a second time. */
@AnalyzeClasses(
    packages = "org.reactorp2p.test",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final String TEST = "org.reactorp2p.test";

  /** From the lowest room up. A room sees those in front of it, never those behind. */
  private static final List<String> ROOMS =
      List.of(
          TEST + ".time",
          TEST + ".chance",
          TEST + ".log",
          TEST + ".measure",
          TEST + ".plot",
          TEST + ".scenario",
          TEST + ".weather",
          TEST);

  @ArchTest static final ArchRule stairs_lead_down = stairs();

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching(TEST + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule time_chance_and_threads_are_the_simulations_own =
      noClasses()
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("reactor.core.scheduler.Schedulers")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io", "java.nio.file..", "java.util.concurrent.locks..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");

  @ArchTest
  static final ArchRule sockets_and_the_gatehouse_are_not_known_here =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.netty..",
              "reactor.netty..",
              "org.reactorp2p.core.transport.tcp..",
              "org.reactorp2p.node..");

  private static ArchRule stairs() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      String[] above = ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(ROOMS.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(above));
    }
    return CompositeArchRule.of(rules);
  }
}
