using System.Security.Cryptography;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Interactions;

/// <summary>
/// Hands interactions to the handler, each on a task of its own, and answers them in time: what takes longer than two seconds is announced
/// first and filled in later.
/// </summary>
/// <param name="rest">Sends the answers.</param>
/// <param name="handler">Makes them.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told what went wrong.</param>
/// <param name="givenUp">Cancelled when the answers that are still being made are waited for no longer.</param>
public sealed partial class InteractionDispatcher(
    IInteractionResponder rest,
    IInteractionHandler handler,
    TimeProvider time,
    ILogger<InteractionDispatcher> logger,
    CancellationToken givenUp = default
)
{
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(2);

    /// <summary>Seconds of the busiest bot. More would be answered late, and keep others from being answered in time.</summary>
    private const int MaxInFlight = 10_000;

    private readonly Lock _lock = new();
    private int _inFlight;
    private TaskCompletionSource? _drained;

    /// <summary>Begins to answer and returns at once. Never throws.</summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="received">Timestamp of the clock when it came in.</param>
    public void Dispatch(Interaction interaction, long received)
    {
        if (TryEnter())
            _ = Task.Run(() => FinishAsync(interaction, AnswerAsync(interaction, received)));
        else
            TurnedAway(logger, interaction.Kind, MaxInFlight);
    }

    /// <summary>Completes when everything in flight has been answered.</summary>
    public Task DrainAsync()
    {
        lock (_lock)
        {
            if (_inFlight == 0)
                return Task.CompletedTask;
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    private async Task FinishAsync(Interaction interaction, Task answering)
    {
        try
        {
            await answering;
        }
        catch (Exception exception)
        {
            NotAnswered(logger, exception, interaction.Kind, interaction.Command);
        }
        finally
        {
            Leave();
        }
    }

    private async Task AnswerAsync(Interaction interaction, long received)
    {
        using var timer = new DeferralTimer(
            time,
            DeferAfter - time.GetElapsedTime(received),
            () => handler.GetDeferral(interaction),
            deferral => rest.DeferAsync(interaction, deferral, received, CancellationToken.None)
        );
        var reply = await HandleAsync(interaction);
        var isSent = false;
        try
        {
            isSent = await SendAsync(interaction, reply, timer, received);
        }
        finally
        {
            reply.AfterSent?.Invoke(isSent);
        }
    }

    private async Task<bool> SendAsync(Interaction interaction, InteractionReply reply, DeferralTimer timer, long received)
    {
        if (timer.TryAnswer())
        {
            var isInTime = await rest.AnswerAsync(interaction, reply, received, CancellationToken.None);
            Measure(interaction, received, isInTime ? "answered" : "late");
            if (!isInTime)
                Late(logger, interaction.Kind, time.GetElapsedTime(received).TotalMilliseconds);
            return isInTime;
        }

        var (deferral, isAnnounced) = await timer.Announced;
        Measure(interaction, received, isAnnounced ? "deferred" : "late");
        if (isAnnounced)
            await EditDeferredAsync(interaction, reply, deferral);
        else
            Late(logger, interaction.Kind, time.GetElapsedTime(received).TotalMilliseconds);
        return isAnnounced;
    }

    private void Measure(Interaction interaction, long received, string outcome)
    {
        if (DiscordMeter.Callbacks.Enabled)
            DiscordMeter.Callbacks.Record(
                time.GetElapsedTime(received).TotalSeconds,
                new("kind", interaction.Kind.ToString().ToLowerInvariant()),
                new("command", handler.GetName(interaction)),
                new("outcome", outcome)
            );
    }

    private async Task<InteractionReply> HandleAsync(Interaction interaction)
    {
        try
        {
            return await handler.HandleAsync(interaction, givenUp);
        }
        catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
        {
            var code = RandomNumberGenerator.GetHexString(6, lowercase: true);
            GaveUp(logger, code, interaction.Kind, interaction.Command);
            return handler.CreateFailure(interaction, code);
        }
        catch (Exception exception)
        {
            var code = RandomNumberGenerator.GetHexString(6, lowercase: true);
            Failed(logger, exception, code, interaction.Kind, interaction.Command);
            return handler.CreateFailure(interaction, code);
        }
    }

    // Null when the answer takes too long to be the first one.
    private async Task<InteractionReply?> FirstAsync(Task<InteractionReply> work, Deferral deferral)
    {
        if (deferral == Deferral.None)
            return await work;
        using var timer = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(DeferAfter, time, timer.Token));
        await timer.CancelAsync();
        return first == work ? await work : null;
    }

    private async Task EditDeferredAsync(Interaction interaction, InteractionReply reply, Deferral deferral)
    {
        switch (reply)
        {
            // Where a change of the pressed button's message was announced, a new message comes beside it.
            case InteractionReply.Send send when deferral == Deferral.Update:
                await rest.FollowUpAsync(interaction, send.Message, CancellationToken.None);
                break;
            case InteractionReply.Send send:
                await rest.EditOriginalAsync(interaction, send.Message, CancellationToken.None);
                break;
            case InteractionReply.Update update:
                await rest.EditOriginalAsync(interaction, update.Message, CancellationToken.None);
                break;
            default:
                throw new InvalidOperationException(
                    $"{reply.GetType().Name} cannot follow an announcement: its handler must declare {nameof(Deferral.None)}"
                );
        }
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            if (_inFlight >= MaxInFlight)
                return false;
            _inFlight++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_inFlight > 0)
                return;
            _drained?.TrySetResult();
            _drained = null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Unhandled exception {Code} while answering {Kind} {Command}")]
    private static partial void Failed(ILogger logger, Exception exception, string code, InteractionKind kind, string command);

    [LoggerMessage(2, LogLevel.Warning, "Answered a {Kind} too late, after {Milliseconds:0} ms")]
    private static partial void Late(ILogger logger, InteractionKind kind, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Failed to send the answer to {Kind} {Command}")]
    private static partial void NotAnswered(ILogger logger, Exception exception, InteractionKind kind, string command);

    [LoggerMessage(4, LogLevel.Warning, "Rejected a {Kind}: {Most} others are in flight")]
    private static partial void TurnedAway(ILogger logger, InteractionKind kind, int most);

    [LoggerMessage(5, LogLevel.Information, "Gave up answering {Kind} {Command} ({Code}): stopping")]
    private static partial void GaveUp(ILogger logger, string code, InteractionKind kind, string command);
}
