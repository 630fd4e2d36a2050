using System.Security.Cryptography;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Interactions;

/// <summary>
/// Hands interactions to the handler, each on a task of its own, and answers them in time: what takes longer than two seconds is announced
/// first and filled in later.
/// </summary>
public sealed partial class InteractionDispatcher(DiscordRest rest, IInteractionHandler handler, TimeProvider time, ILogger<InteractionDispatcher> logger)
{
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private int _inFlight;
    private TaskCompletionSource? _drained;

    /// <summary>Begins to answer and returns at once. Never throws.</summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="received">Timestamp of the clock when it came in.</param>
    public void Dispatch(Interaction interaction, long received)
    {
        Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await AnswerAsync(interaction, received);
            }
            finally
            {
                Leave();
            }
        });
    }

    /// <summary>
    /// Answers an interaction that came by HTTP: the first answer is returned, to be sent as the body of the response. What takes longer than
    /// two seconds is announced there, and filled in later.
    /// </summary>
    /// <returns>The JSON of the first answer.</returns>
    public async Task<byte[]> AnswerByHttpAsync(Interaction interaction)
    {
        var work = HandleAsync(interaction);
        var deferral = handler.DeferralOf(interaction);
        var reply = deferral == Deferral.Never || work.IsCompletedSuccessfully ? await work : await InTimeAsync(work);
        if (reply is not null)
            return DiscordRest.Json(reply, ReplyWriter.Write);
        Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await FillInAsync(interaction, await work);
            }
            catch (Exception exception)
            {
                NotAnswered(logger, exception, interaction.Kind, interaction.Command);
            }
            finally
            {
                Leave();
            }
        });
        return DiscordRest.Json(deferral, ReplyWriter.WriteDefer);
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

    private async Task AnswerAsync(Interaction interaction, long received)
    {
        try
        {
            var work = HandleAsync(interaction);
            var deferral = handler.DeferralOf(interaction);
            var reply = deferral == Deferral.Never || work.IsCompletedSuccessfully ? await work : await InTimeAsync(work);
            if (reply is not null)
            {
                if (!await rest.AnswerAsync(interaction, reply, received, CancellationToken.None))
                    Late(logger, interaction.Kind, time.GetElapsedTime(received).TotalMilliseconds);
            }
            else if (await rest.DeferAsync(interaction, deferral, received, CancellationToken.None))
            {
                await FillInAsync(interaction, await work);
            }
            else
            {
                Late(logger, interaction.Kind, time.GetElapsedTime(received).TotalMilliseconds);
            }
        }
        catch (Exception exception)
        {
            NotAnswered(logger, exception, interaction.Kind, interaction.Command);
        }
    }

    private async Task<InteractionReply> HandleAsync(Interaction interaction)
    {
        try
        {
            return await handler.HandleAsync(interaction, CancellationToken.None);
        }
        catch (Exception exception)
        {
            var code = RandomNumberGenerator.GetHexString(6, lowercase: true);
            Failed(logger, exception, code, interaction.Kind, interaction.Command);
            return handler.Failed(interaction, code);
        }
    }

    private async Task<InteractionReply?> InTimeAsync(Task<InteractionReply> work)
    {
        using var timer = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(DeferAfter, time, timer.Token));
        await timer.CancelAsync();
        return first == work ? await work : null;
    }

    private async Task FillInAsync(Interaction interaction, InteractionReply reply)
    {
        var message = reply switch
        {
            InteractionReply.Send send => send.Message,
            InteractionReply.Update update => update.Message,
            _ => null,
        };
        if (message is not null)
            await rest.EditOriginalAsync(interaction, message, CancellationToken.None);
    }

    private void Enter()
    {
        lock (_lock)
            _inFlight++;
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

    [LoggerMessage(1, LogLevel.Error, "Fault {Code} while answering {Kind} {Command}")]
    private static partial void Failed(ILogger logger, Exception exception, string code, InteractionKind kind, string command);

    [LoggerMessage(2, LogLevel.Warning, "A {Kind} was answered too late, after {Milliseconds:0} ms")]
    private static partial void Late(ILogger logger, InteractionKind kind, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "The answer to {Kind} {Command} could not be sent")]
    private static partial void NotAnswered(ILogger logger, Exception exception, InteractionKind kind, string command);
}
