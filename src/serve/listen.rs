use super::app::Shared;
use super::limits::HEAD;
use super::{gateway, router};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

/// Longest time that running answers are waited for at the end.
const FAREWELL: Duration = Duration::from_secs(30);

/// Takes connections until it is told to stop; then lets running answers end.
pub(super) async fn serve(
    app: Shared,
    bind: SocketAddr,
    listening: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let listener = TcpListener::bind(bind).await.map_err(|error| {
        io::Error::new(error.kind(), format!("{bind} cannot be taken: {error}; choose another with --bind"))
    })?;
    listening(listener.local_addr()?);
    let routes = router::router(app.clone());
    let (graceful, places) = (GracefulShutdown::new(), Arc::new(Semaphore::new(app.limits.connections)));
    let stop = stopped();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, peer, place)) = accepted else { continue };
        app.metrics.connections.inc();
        let connection = graceful.watch(
            http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(app.limits.patience)
                .max_buf_size(HEAD)
                .serve_connection(
                    TokioIo::new(Box::pin(patient(stream, app.limits.patience))),
                    service_fn({
                        let (app, routes) = (app.clone(), routes.clone());
                        move |request| respond(app.clone(), routes.clone(), peer, request)
                    }),
                ),
        );
        let metrics = app.clone();
        tokio::spawn(async move {
            // A client that breaks off is no failure of the server.
            let _ = connection.await;
            metrics.metrics.connections.dec();
            drop(place);
        });
    }
    drop(listener);
    let longest = app.limits.timeout.map_or(FAREWELL, |timeout| timeout.min(FAREWELL));
    let _ = tokio::time::timeout(longest, graceful.shutdown()).await;
    Ok(())
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, IpAddr, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    if let Ok((stream, peer)) = listener.accept().await {
        return Some((stream, peer.ip(), place));
    }
    // Out of file descriptors, mostly: some will be free soon.
    tokio::time::sleep(Duration::from_millis(50)).await;
    None
}

/// A connection that fails when the client takes nothing of an answer for a while.
fn patient(stream: TcpStream, patience: Duration) -> TimeoutStream<TcpStream> {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(patience));
    stream
}

async fn respond(
    app: Shared,
    mut routes: Router,
    peer: IpAddr,
    request: Request<hyper::body::Incoming>,
) -> Result<axum::http::Response<Body>, Infallible> {
    Ok(gateway::answer(&app, &mut routes, peer, request.map(Body::new)).await)
}

/// Waits for Ctrl-C or, on Unix, a termination signal.
async fn stopped() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
