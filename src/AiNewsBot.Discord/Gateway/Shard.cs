using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Discord.Interactions;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>One shard: identifies or resumes, hands interactions on, and reconnects after any disconnection.</summary>
internal sealed partial class Shard(
    int id,
    int count,
    DiscordOptions options,
    Uri gateway,
    IdentifyLimiter identifyLimiter,
    InteractionDispatcher dispatcher,
    Action<Snowflake>? changed,
    TimeProvider time,
    ILogger logger
)
{
    private readonly GatewaySession _session = new();
    private readonly ReconnectBackoff _pause = new();
    private volatile ImmutableHashSet<ulong> _guilds = [];
    private readonly TaskCompletionSource _identified = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isReady;
    private volatile Heartbeat? _heartbeat;

    /// <summary>Completes when it has identified for the first time: the next shard may begin.</summary>
    public Task Identified => _identified.Task;

    /// <summary>Ids of the guilds that it serves.</summary>
    public ImmutableHashSet<ulong> Guilds => _guilds;

    public ShardStatus Status => new(id, _isReady, _guilds.Count, _heartbeat?.LastAck);

    /// <summary>Runs until cancelled; then closes for good.</summary>
    /// <exception cref="GatewayRefusedException">Discord will not have this bot.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (!_session.CanResume)
                    await identifyLimiter.WaitForBudgetAsync(id, cancellationToken);
                var began = time.GetTimestamp();
                var disconnectReason = await ConnectAsync(cancellationToken);
                var wasReady = _isReady;
                _isReady = false;
                if (cancellationToken.IsCancellationRequested)
                    return;
                if (!disconnectReason.CanResume)
                    _session.Reset();
                var wait = _pause.Next(disconnectReason, wasReady, time.GetElapsedTime(began));
                DiscordMeter.Disconnects.Add(1, new KeyValuePair<string, object?>("next", _session.CanResume ? "resume" : "identify"));
                Reconnects(logger, id, disconnectReason.Reason, _session.CanResume ? "resume" : "identify", wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while it was away.
        }
    }

    private async Task<DisconnectReason> ConnectAsync(CancellationToken cancellationToken)
    {
        using var connection = new GatewayConnection(id, _session, OpenAsync, OnEvent, time, logger);
        _heartbeat = connection.Heartbeat;
        return await connection.RunAsync(_session.ResumeUrl ?? gateway, options.UserAgent, cancellationToken);
    }

    private async Task OpenAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        if (_session is { CanResume: true, Id: { } session, Sequence: { } sequence })
        {
            await socket.SendAsync(
                Opcode.Resume,
                json =>
                    JsonSerializer.Serialize(json, new ResumePayload(options.Token, session, sequence), SessionJson.Default.ResumePayload)
            );
            return;
        }

        _session.Reset();
        await identifyLimiter.WaitAsync(id, cancellationToken);
        await socket.SendAsync(
            Opcode.Identify,
            json => JsonSerializer.Serialize(json, IdentifyPayload.Create(options, id, count), SessionJson.Default.IdentifyPayload)
        );
        identifyLimiter.RecordSent(id);
        _identified.TrySetResult();
    }

    private void OnEvent(GatewayFrame frame)
    {
        switch (frame.Event)
        {
            case EventName.InteractionCreate:
                Dispatch(frame.Data);
                break;
            case EventName.Ready:
                var (session, resumeUrl, guilds) = EventReader.ReadReady(frame.Data);
                _session.Begin(session, resumeUrl);
                _guilds = [.. guilds];
                Connected("ready");
                break;
            case EventName.Resumed:
                Connected("resumed");
                break;
            case EventName.GuildCreate:
                var came = EventReader.ReadGuild(frame.Data).Id;
                _guilds = _guilds.Add(came);
                changed?.Invoke(new Snowflake(came));
                break;
            case EventName.GuildUpdate:
                changed?.Invoke(new Snowflake(EventReader.ReadGuild(frame.Data).Id));
                break;
            case EventName.PartOfGuild:
                if (EventReader.ReadGuildId(frame.Data) is { } of)
                    changed?.Invoke(new Snowflake(of));
                break;
            case EventName.GuildDelete:
                // An outage of Discord's is no farewell.
                var (guild, isUnavailable) = EventReader.ReadGuild(frame.Data);
                if (!isUnavailable)
                    _guilds = _guilds.Remove(guild);
                break;
        }
    }

    private void Connected(string how)
    {
        _isReady = true;
        Ready(logger, id, how, _guilds.Count);
    }

    private void Dispatch(ReadOnlySpan<byte> data)
    {
        var received = time.GetTimestamp();
        try
        {
            dispatcher.Dispatch(InteractionReader.Read(data), received);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or OverflowException)
        {
            Unreadable(logger, exception, id);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Shard {Shard} {How}, {Guilds} guilds")]
    private static partial void Ready(ILogger logger, int shard, string how, int guilds);

    [LoggerMessage(2, LogLevel.Information, "Shard {Shard}: {Why}; next: {Next}, in {Wait}")]
    private static partial void Reconnects(ILogger logger, int shard, string why, string next, TimeSpan wait);

    [LoggerMessage(3, LogLevel.Error, "Shard {Shard}: failed to read an interaction")]
    private static partial void Unreadable(ILogger logger, Exception exception, int shard);
}
