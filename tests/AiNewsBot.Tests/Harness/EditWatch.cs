using System.Diagnostics;
using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Harness;

/// <summary>Sees an edit of another process arrive in a bot, by what the bot itself is woken by.</summary>
internal sealed class EditWatch(RunningBot bot)
{
    private readonly Wakeup _changed = bot.Services.GetRequiredService<DatabaseWatch>().CreateWakeup();
    private readonly SnapshotHolder _snapshots = bot.Services.GetRequiredService<SnapshotHolder>();

    /// <summary>Waits until the bot answers from all that another one has written: how long that took.</summary>
    public async Task<TimeSpan> UntilAsFarAsAsync(RunningBot other)
    {
        var began = Stopwatch.GetTimestamp();
        var last = other.Services.GetRequiredService<SnapshotHolder>().Seen;
        while (_snapshots.Seen < last)
        {
            await _changed.WaitAsync(null, TestContext.Current.CancellationToken);

            // The bot does so at the same word; after this, it has.
            await bot.Services.GetRequiredService<RevisionWatcher>().CatchUpAsync();
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
