/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;

/** Upstairs checks itself: stairs lead down, and bytes and secrets are handled elsewhere. */
@AnalyzeClasses(
    packages = "org.reactorp2p.pool",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final String POOL = "org.reactorp2p.pool";

  /** From the lowest room up. A room sees those in front of it, never those behind. */
  private static final List<String> ROOMS =
      List.of(
          POOL + ".acl",
          POOL + ".event",
          POOL + ".peer",
          POOL + ".score",
          POOL + ".store",
          POOL + ".admission",
          POOL + ".bandwidth",
          POOL + ".connect",
          POOL + ".exchange",
          POOL + ".maintenance",
          POOL + ".swap",
          POOL + ".discovery",
          POOL + ".stat",
          POOL + ".metrics",
          POOL);

  @ArchTest static final ArchRule stairs_lead_down = stairs();

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching(POOL + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule netty_and_tink_are_not_known_here =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "reactor.netty..", "com.google.crypto.tink..");

  @ArchTest
  static final ArchRule micrometer_is_for_the_metrics_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(POOL + ".metrics")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..");

  @ArchTest
  static final ArchRule files_are_for_the_store_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(POOL + ".store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "java.io", "java.nio.file..");

  @ArchTest
  static final ArchRule sockets_are_chosen_in_the_wiring_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(POOL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.reactorp2p.core.transport.tcp..", "org.reactorp2p.core.transport.memory..");

  @ArchTest
  static final ArchRule time_and_chance_come_in_by_the_door =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(POOL + ".Environment")
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
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

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
