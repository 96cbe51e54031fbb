/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The other cellar checks itself: Reactor alone, and time comes in by the door. */
@AnalyzeClasses(
    packages = "org.reactorp2p.scheduler",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule it_knows_reactor_and_nobody_else =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.reactorp2p.scheduler..",
              "java..",
              "org.jspecify..",
              "org.reactivestreams..",
              "reactor.core..",
              "reactor.util..");

  @ArchTest
  static final ArchRule no_round_trips =
      slices()
          .matching("org.reactorp2p.scheduler.(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule who_decides_knows_no_stream_and_no_thread =
      noClasses()
          .that()
          .haveNameMatching(
              ".*\\.(FairLedger|Account|Claim|ClaimQueue|Line|Seats|Favour|Floor|Budget|Window|ByteRate|Teller)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("reactor..", "org.reactivestreams..", "java.util.concurrent..");

  @ArchTest
  static final ArchRule time_and_chance_come_in_by_the_door =
      noClasses()
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("reactor.core.scheduler.Schedulers")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");
}
