using System.Net;
using System.Security.Cryptography.X509Certificates;
using DiscordSimulator.Channels;
using DiscordSimulator.Gateway;
using DiscordSimulator.Interactions;
using DiscordSimulator.Rest;
using DiscordSimulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DiscordSimulator;

/// <summary>A fake Discord on the loopback: gateway and REST, with the protocol's limits, and users who run commands.</summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly PendingInteractions _interactions;
    private readonly FakeDiscordOptions _options;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> _files = new();

    private SimulatedUser Someone => As(new SimulatedMember());

    private FakeDiscord(FakeDiscordOptions options)
    {
        _options = options;
        _interactions = new PendingInteractions(options);
        Gateway = new FakeGateway(options, Violations);
        Rest = new FakeRest(options, Violations, _interactions);
        Certificate = options.UsesTls ? LoopbackCertificate.Create() : null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Configure));
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Run(http =>
            http.Request.Path.StartsWithSegments("/files", out var file) ? ServeFileAsync(http, file)
            : http.Request.Path.StartsWithSegments("/gateway") ? Gateway.ServeAsync(http)
            : Rest.ServeAsync(http)
        );
    }

    /// <summary>The gateway.</summary>
    public FakeGateway Gateway { get; }

    /// <summary>What its clients must trust; null without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>What lies between it and its clients, where something does.</summary>
    public Relay? Relay { get; private set; }

    /// <summary>The REST API.</summary>
    public FakeRest Rest { get; }

    /// <summary>The channels and their messages.</summary>
    public SimulatedChannels SimulatedChannels => Rest.SimulatedChannels;

    /// <summary>What the client did that the protocol forbids.</summary>
    public Violations Violations { get; } = new();

    /// <summary>The token that it takes.</summary>
    public string Token => _options.Token;

    /// <summary>The base of its REST API.</summary>
    public string ApiBaseUrl { get; private set; } = "";

    /// <summary>Keeps a file that users can attach; its address.</summary>
    public string AddFile(string name, byte[] content)
    {
        _files[name] = content;
        return new Uri(new Uri(ApiBaseUrl), $"/files/{name}").AbsoluteUri;
    }

    private Task ServeFileAsync(Microsoft.AspNetCore.Http.HttpContext http, string? path)
    {
        if (_files.TryGetValue(path?.TrimStart('/') ?? "", out var content))
            return http.Response.Body.WriteAsync(content).AsTask();
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null)
    {
        var discord = new FakeDiscord(options ?? new FakeDiscordOptions());
        await discord._server.StartAsync();
        var server = new Uri(discord._server.Urls.First());
        if (discord._options.Distance is { } distance)
            discord.Relay = Relay.Start(server.Port, distance, discord._options.Time);
        var address = $"127.0.0.1:{discord.Relay?.Port ?? server.Port}";
        discord.ApiBaseUrl = $"{(discord.Certificate is null ? "http" : "https")}://{address}/api/v10";
        var socket = $"{(discord.Certificate is null ? "ws" : "wss")}://{address}";
        discord.Rest.GatewayUrl = $"{socket}/gateway";
        discord.Gateway.ResumeUrl = $"{socket}/gateway/resume";
        return discord;
    }

    private void Configure(ListenOptions listen)
    {
        if (Certificate is null)
            return;
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.UseHttps(Certificate);
    }

    /// <summary>A user of the fake Discord; by default one who may do everything.</summary>
    public SimulatedUser As(SimulatedMember member) =>
        new(
            _interactions,
            (pending, interaction) => Gateway.Dispatch("INTERACTION_CREATE", interaction, leaves: () => _interactions.Leaves(pending)),
            member
        );

    /// <summary>A user whose interactions come by HTTP.</summary>
    /// <param name="send">Signs and sends an interaction, and waits for the response.</param>
    public SimulatedUser As(SimulatedMember member, Func<string, Task<HttpResponseMessage>> send)
    {
        var delivery = new HttpDelivery(Rest, _interactions, send);
        return new SimulatedUser(_interactions, (pending, interaction) => _ = delivery.DeliverAsync(pending, interaction), member);
    }

    /// <summary>Runs a slash command and waits for what it shows.</summary>
    public Task<SimulatedReply> RunCommandAsync(string name, params (string Name, object Value)[] options) =>
        Someone.RunCommandAsync(name, options);

    /// <summary>Types an option of a slash command and waits for what is suggested.</summary>
    public Task<SimulatedReply> AutocompleteAsync(string name, string option, string typed) =>
        Someone.AutocompleteAsync(name, option, typed);

    /// <summary>Presses a button.</summary>
    public Task<SimulatedReply> PressAsync(string customId) => Someone.PressAsync(customId);

    /// <summary>Runs a command of a message's menu.</summary>
    public Task<SimulatedReply> RunMessageCommandAsync(string name, string content) => Someone.RunMessageCommandAsync(name, content);

    /// <summary>Fills in a form and sends it.</summary>
    public Task<SimulatedReply> SubmitAsync(string formId, params (string Field, string Text)[] fields) =>
        Someone.SubmitAsync(formId, fields);

    /// <summary>Runs a command; what comes is an announcement that the answer follows, and then the answer.</summary>
    public Task<(Task Announced, Task<SimulatedReply> Reply)> RunSlowCommandAsync(
        string name,
        params (string Name, object Value)[] options
    ) => Someone.RunSlowCommandAsync(name, options);

    /// <summary>Begins an interaction of a type without telling anyone: its id and token.</summary>
    public (string Id, string Token) Begin(int type)
    {
        var pending = _interactions.Begin(type);
        return (pending.Id, pending.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.Zero);
        try
        {
            await _server.StopAsync(hurry.Token);
        }
        catch (OperationCanceledException)
        {
            // Connections are cut.
        }

        await _server.DisposeAsync();
        if (Relay is not null)
            await Relay.DisposeAsync();
        Certificate?.Dispose();
    }
}
