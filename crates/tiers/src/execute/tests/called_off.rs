//! Jobs that are called off.

use super::*;

#[test]
fn a_job_that_is_called_off_is_over_at_once_and_has_printed_nothing() {
    let folder = Folder::new();
    let loops = "print('x', flush=True)\nwhile True: pass\n";
    for (job, plant) in [
        (folder.job(loops), true),
        (folder.job(loops), false),
        (Job::text(loops).limits(minute()), true),
        (Job::text(loops).limits(minute()), false),
    ] {
        let cancel = Cancel::new().unwrap();
        let job = job.cancelled_by(&cancel);
        let host = host();
        let started = Instant::now();
        let completed = std::thread::scope(|scope| {
            let run = scope.spawn(|| {
                if plant {
                    planted(&host, &job)
                } else {
                    host.execute(&job)
                }
            });
            std::thread::sleep(Duration::from_millis(300));
            cancel.cancel();
            run.join().unwrap().unwrap()
        });
        assert_eq!(completed.finished.ending, Ending::Cancelled);
        assert!(started.elapsed() < Duration::from_secs(20));
        assert_eq!(completed.fallback, None);
        if plant {
            assert_eq!(completed.finished.stdout, b"");
        }
        let late = host.execute(&job).unwrap();
        assert_eq!(
            late.finished.ending,
            Ending::Cancelled,
            "a token stays cancelled"
        );
    }
}

#[test]
fn a_reader_that_does_not_read_does_not_outlast_a_cancellation() {
    let (_reader, writer) = std::io::pipe().unwrap();
    let cancel = Cancel::new().unwrap();
    let folder = Folder::new();
    let job = folder.job("print('x' * 10**6)\n").cancelled_by(&cancel);
    let host = host();
    let mut plan = host.plan(&job).unwrap();
    plan.decision = Some(light_chosen());
    let io = Io {
        stdout: Sink::Passed(writer.into()),
        stderr: Sink::Ignored,
    };
    let completed = std::thread::scope(|scope| {
        let run = scope.spawn(|| host.carry_out(&plan, io));
        std::thread::sleep(Duration::from_millis(500));
        cancel.cancel();
        run.join().unwrap().unwrap()
    });
    assert_eq!(completed.finished.ending, Ending::Cancelled);
}
