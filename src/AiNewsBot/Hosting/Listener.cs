using System.Net.Sockets;
using AiNewsBot.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>Starts Kestrel alone. A slim web application costs 4 MB more of memory (59 instead of 55) for two paths, and is a second host
/// within the bot's, with signals, logging and configuration of its own.</summary>
internal sealed partial class Listener(HttpSettings settings, IServiceProvider services, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>A bot that is restarted may still hold the port for as long as it answers what it took.</summary>
    private const int MaxAttempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger<Listener>();

    /// <summary>Listens on the addresses of the settings.</summary>
    /// <exception cref="ConfigurationException">One is not this machine's, or not this user's to take.</exception>
    /// <exception cref="UnavailableException">A port is taken.</exception>
    public async Task<KestrelServer> StartAsync(IHttpApplication<HttpContext> application, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // One that could not start cannot be started again.
            var server = Create();
            try
            {
                await server.StartAsync(application, cancellationToken);
                return server;
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                server.Dispose();
                if (GetError(exception) is { } error)
                    throw new ConfigurationException($"Http:Urls {settings.Urls} cannot be listened on: {error}", exception);
                if (attempt == MaxAttempts)
                    throw new UnavailableException(
                        $"Http:Urls {settings.Urls} cannot be listened on: the port is taken by another program. Choose another one, "
                            + $"or leave it empty to turn it off.",
                        exception
                    );
                if (attempt == 1)
                    Taken(_logger, settings.Urls, MaxAttempts);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private KestrelServer Create()
    {
        var options = Options.Create(new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false });
        var server = new KestrelServer(options, new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
        foreach (var url in ListenAddress.Split(settings.Urls))
            server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Add(url);
        return server;
    }

    // Null for a port that is taken: that may change.
    private static string? GetError(Exception exception) =>
        (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode switch
        {
            _ when exception.InnerException is AddressInUseException => null,
            SocketError.AddressAlreadyInUse => null,
            SocketError.AddressNotAvailable => "the address is not one of this machine's.",
            SocketError.AccessDenied => "this user may not take that port; those from 1024 need no rights.",
            _ => exception.Message,
        };

    [LoggerMessage(1, LogLevel.Warning, "{Urls} is taken by another program; trying again for {Seconds} s")]
    private static partial void Taken(ILogger logger, string urls, int seconds);
}
