package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page in a real browser; left out where none is installed. */
class PageTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private Browser browser;

  private void open(AuthMode mode) throws IOException {
    Optional<Path> program = Browser.installed();
    // On a developer's machine the test is left out, visibly; in CI it must run.
    assertThat(program.isPresent() || System.getenv("CI") == null).as("CI has a browser").isTrue();
    Assumptions.assumeTrue(program.isPresent(), "No browser is installed");
    gateway = RunningGateway.start(test.node(), mode);
    browser = new Browser(test.vertx(), program.get());
    browser.open("http://127.0.0.1:" + gateway.port() + "/");
    browser.await("document.querySelector('#text')?.placeholder"); // its script has run
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private void write(String script) {
    browser.eval(
        "document.getElementById('text').value='%s';document.getElementById('create').click()"
            .formatted(script));
  }

  private Job ordered() {
    browser.await("location.hash.length === 37");
    return gateway.services.jobs.get(String.valueOf(browser.eval("location.hash.slice(1)")));
  }

  private static List<StepView> steps(StepState render) {
    return List.of(
        new StepView("script", StepState.DONE, 1, 1, 1, 1, null, null),
        new StepView("render", render, 3, 8, 0.4, 2, null, null));
  }

  @Test
  void anOrderIsFollowedToThePlayerAndSurvivesAReload() throws IOException {
    open(AuthMode.LOCAL);
    browser.await("document.querySelectorAll('#language option').length === 3");
    write("Coffee wakes the world.");
    Job job = ordered();
    assertThat(job.brief().script()).isEqualTo("Coffee wakes the world.");

    gateway.services.with(job, JobState.RUNNING, 0.4, null, null, steps(StepState.RUNNING));
    gateway.services.emit(job.id(), JobEvent.Type.STEP_STARTED, "render", "Segment 4 of 8");
    browser.await("document.querySelector('.step.running .parts')?.textContent === '3 of 8'");
    browser.await("document.querySelector('#spoken').textContent === 'Drawing the pictures'");
    browser.reload();
    browser.await("document.querySelector('.step.running')");

    gateway.services.with(
        job, JobState.COMPLETED, 1, gateway.completedVideo(new byte[64]).result(), null);
    gateway.services.emit(job.id(), JobEvent.Type.JOB_COMPLETED, null, "Done");
    browser.await("document.querySelector('video track[kind=captions]')");
    assertThat(browser.eval("document.querySelector('video').getAttribute('src')"))
        .isEqualTo("/v1/videos/" + job.id() + "/files/video.mp4");
    browser.await("document.querySelectorAll('#videos .tile').length === 2");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aFailedVideoSaysWhyAndIsTakenUpAgain() throws IOException {
    open(AuthMode.LOCAL);
    write("Coffee wakes the world.");
    Job job = ordered();
    JobFailure failure =
        new JobFailure(FailureCode.RESOURCE, "render", "The disk is full", List.of());
    gateway.services.with(job, JobState.FAILED, 0.4, null, failure, steps(StepState.FAILED));
    gateway.services.emit(job.id(), JobEvent.Type.JOB_FAILED, "render", "The disk is full");
    browser.await("document.querySelector('#work .problem')?.textContent === 'The disk is full'");

    browser.eval("document.querySelector('#work .actions button').click()");
    browser.await("document.querySelector('.chip.running')");
    assertThat(gateway.services.jobs.get(job.id()).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void aRefusedOrderShowsWhatToMend() throws IOException {
    open(AuthMode.LOCAL);
    write("");
    browser.await("document.querySelector('#problem').textContent.includes('Write what')");
    write("word ".repeat(4_001).strip());
    browser.await("document.querySelector('#problem').textContent.includes('cut it into parts')");
    assertThat(gateway.services.jobs).isEmpty();
  }

  @Test
  void whereACredentialIsRequiredThePageAsksForAKeyAndUsesIt() throws IOException {
    open(AuthMode.REQUIRED);
    browser.await("document.querySelector('#key-dialog').open");
    browser.eval(
        "document.getElementById('key').value='%s';document.getElementById('key-form').requestSubmit()"
            .formatted(FakeServices.OWNER_KEY));
    browser.await("document.querySelectorAll('#language option').length === 3");
    write("Coffee wakes the world.");
    Job job = ordered();
    assertThat(job.tenant()).isEqualTo("acme");

    gateway.services.emit(job.id(), JobEvent.Type.JOB_STARTED, null, "Begun");
    browser.await("document.querySelector('.message')?.textContent.length > 0");
    gateway.services.with(job, JobState.COMPLETED, 1, film(), null);
    gateway.services.emit(job.id(), JobEvent.Type.JOB_COMPLETED, null, "Done");
    browser.await("document.querySelector('video')?.src.startsWith('blob:')");
  }

  private Publication film() {
    return new Publication(
        "Film",
        2,
        List.of(new Publication.File(Publication.VIDEO, gateway.blob(new byte[64], "video/mp4"))));
  }
}
