using System.Text.Json;
using DiscordSimulator.Gateway;
using DiscordSimulator.Interactions;
using DiscordSimulator.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DiscordSimulator;

/// <summary>A fake Discord on the loopback: gateway and REST, with the protocol's limits, and users who run commands.</summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly InteractionDesk _desk;
    private readonly FakeDiscordOptions _options;

    private FakeDiscord(FakeDiscordOptions options)
    {
        _options = options;
        _desk = new InteractionDesk(options);
        Gateway = new FakeGateway(options, Violations);
        Rest = new FakeRest(options, Violations, _desk);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Run(http => http.Request.Path.StartsWithSegments("/gateway") ? Gateway.ServeAsync(http) : Rest.ServeAsync(http));
    }

    /// <summary>The gateway.</summary>
    public FakeGateway Gateway { get; }

    /// <summary>The REST API.</summary>
    public FakeRest Rest { get; }

    /// <summary>What the client did that the protocol forbids.</summary>
    public Violations Violations { get; } = new();

    /// <summary>The token that it takes.</summary>
    public string Token => _options.Token;

    /// <summary>The base of its REST API.</summary>
    public string ApiBaseUrl { get; private set; } = "";

    /// <summary>Starts one on a free port.</summary>
    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null)
    {
        var discord = new FakeDiscord(options ?? new FakeDiscordOptions());
        await discord._server.StartAsync();
        var address = discord._server.Urls.First();
        discord.ApiBaseUrl = $"{address}/api/v10";
        var socket = address.Replace("http://", "ws://", StringComparison.Ordinal);
        discord.Rest.GatewayUrl = $"{socket}/gateway";
        discord.Gateway.ResumeUrl = $"{socket}/gateway/resume";
        return discord;
    }

    /// <summary>A user runs a slash command and waits for what it shows.</summary>
    public Task<SimulatedReply> RunCommandAsync(string name, params (string Name, object Value)[] options) =>
        ReplyAsync(Begin(2, new { type = 1, id = Ids.Next(), name, options = Options(options, null) }), $"the answer to /{name}");

    /// <summary>A user types an option of a slash command and waits for what is suggested.</summary>
    public Task<SimulatedReply> AutocompleteAsync(string name, string option, string typed) =>
        ReplyAsync(Begin(4, new { type = 1, id = Ids.Next(), name, options = Options([(option, typed)], option) }), $"suggestions for {option} of /{name}");

    /// <summary>A user presses a button.</summary>
    public Task<SimulatedReply> PressAsync(string customId) =>
        ReplyAsync(Begin(3, new { component_type = 2, custom_id = customId, id = 1 }), $"the answer to the button {customId}");

    /// <summary>A user runs a command of a message's menu.</summary>
    public Task<SimulatedReply> RunMessageCommandAsync(string name, string content)
    {
        var message = Ids.Next();
        var author = new { id = "300000000000000002", username = "other", discriminator = "0", avatar = (string?)null, global_name = "Other" };
        var messages = new Dictionary<string, object>
        {
            [message] = new { id = message, channel_id = "200000000000000001", content, author, type = 0, timestamp = "2026-01-01T00:00:00+00:00", components = Array.Empty<object>() },
        };
        return ReplyAsync(Begin(2, new { type = 3, id = Ids.Next(), name, target_id = message, resolved = new { messages } }), $"the answer to {name}");
    }

    /// <summary>A user fills in a form and sends it.</summary>
    public Task<SimulatedReply> SubmitAsync(string formId, params (string Field, string Text)[] fields) =>
        ReplyAsync(Begin(5, new
        {
            custom_id = formId,
            components = fields.Select((field, index) => new { type = 18, id = index + 1, component = new { type = 4, id = index + 100, custom_id = field.Field, value = field.Text } }),
        }), $"the answer to the form {formId}");

    /// <summary>A user runs a command; what comes is an announcement that the answer follows, and then the answer.</summary>
    public async Task<(Task Announced, Task<SimulatedReply> Reply)> RunSlowCommandAsync(string name, params (string Name, object Value)[] options)
    {
        await Task.CompletedTask;
        var pending = Begin(2, new { type = 1, id = Ids.Next(), name, options = Options(options, null) });
        return (pending.WasDeferred, ReplyAsync(pending, $"the answer to /{name}"));
    }

    /// <summary>Begins an interaction of a type without telling anyone: its id and token.</summary>
    public (string Id, string Token) Begin(int type)
    {
        var pending = _desk.Begin(type);
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
    }

    private static Task<SimulatedReply> ReplyAsync(Pending pending, string what) => Waits.ForAsync(pending.Reply, what);

    private static object[] Options((string Name, object Value)[] options, string? focused) =>
        [.. options.Select(option => (object)new { name = option.Name, type = option.Value is bool ? 5 : option.Value is int ? 4 : 3, value = option.Value, focused = option.Name == focused })];

    private Pending Begin(int type, object data)
    {
        var pending = _desk.Begin(type);
        var user = new { id = "300000000000000001", username = "someone", discriminator = "0", avatar = (string?)null, global_name = "Someone" };
        Gateway.Dispatch("INTERACTION_CREATE", JsonSerializer.Serialize(new
        {
            id = pending.Id,
            application_id = Ids.Application,
            type,
            token = pending.Token,
            version = 1,
            data,
            guild_id = Ids.FirstGuild,
            channel_id = "200000000000000001",
            channel = new { id = "200000000000000001", type = 0, name = "general" },
            member = new { user, roles = Array.Empty<string>(), permissions = "2147483647", joined_at = "2026-01-01T00:00:00+00:00", deaf = false, mute = false },
            locale = "en-GB",
            guild_locale = "en-US",
            app_permissions = "2147483647",
            context = 0,
            authorizing_integration_owners = new Dictionary<string, string> { ["0"] = Ids.FirstGuild },
            entitlements = Array.Empty<object>(),
            attachment_size_limit = 10485760,
        }));
        return pending;
    }
}
