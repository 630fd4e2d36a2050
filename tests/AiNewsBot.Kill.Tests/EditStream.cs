using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Kill.Tests;

/// <summary>Moderators who edit without a pause: one adds facts, one changes a fact again and again, as fast as the bot answers.</summary>
internal sealed partial class EditStream(FakeDiscord discord)
{
    /// <summary>Where they edit.</summary>
    public const string Guild = "200000000000000000";

    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-3-Clause"];

    private readonly SimulatedUser _adds = discord.As(new SimulatedMember { User = "300000000000000001" });
    private readonly SimulatedUser _changes = discord.As(new SimulatedMember { User = "300000000000000002" });
    private readonly ConcurrentQueue<AcknowledgedEdit> _acknowledged = new();
    private volatile TaskCompletionSource _next = new();
    private int _number;
    private int _changed;
    private int _cut;
    private int _unanswered;

    /// <summary>What was acknowledged so far.</summary>
    public IReadOnlyCollection<AcknowledgedEdit> Acknowledged => _acknowledged;

    /// <summary>Edits that were sent and whose answer never came.</summary>
    public int Cut => _cut;

    /// <summary>Edits whose answer never came though the bot lived: on a machine that is
    /// too busy to answer within Discord's three seconds.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Completes with the next edit that is acknowledged.</summary>
    public Task NextAsync()
    {
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _next.Task;
    }

    /// <summary>Edits until the bot is dead.</summary>
    public Task RunAsync(Task end) => Task.WhenAll(RepeatAsync(AddAsync, end), RepeatAsync(ChangeAsync, end));

    private static async Task RepeatAsync(Func<Task, Task<bool>> editAsync, Task end)
    {
        while (await editAsync(end)) { }
    }

    private Task<bool> AddAsync(Task end) =>
        SendAsync(_adds, "fact-form:0|s|grok-1|event||0|0", "event", $"Event {Interlocked.Increment(ref _number)}", end);

    // What a killed bot left as a draft is offered, and taken up.
    private async Task<bool> ChangeAsync(Task end)
    {
        var opened = await UntilAsync(_changes.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence")), end);
        if (opened is { FormId: null } && opened.Buttons.TryGetValue("Continue with it", out var draft))
            opened = await UntilAsync(_changes.PressAsync(draft), end);
        if (opened is null)
            return !end.IsCompleted;
        var form = opened.FormId ?? throw new InvalidOperationException($"no form came: {opened.Text}");

        // Each since another day, so that it differs from all before, whether or not they were taken: one that changes nothing is refused.
        var number = _changed++;
        return await SendAsync(_changes, form, "licence", Licences[number % Licences.Length], end, DayOf(number));
    }

    private async Task<bool> SendAsync(SimulatedUser user, string form, string property, string value, Task end, string since = "2024")
    {
        var reply = await UntilAsync(
            user.SubmitAsync(form, ("value", value), ("since", since), ("source", Source), ("why", "Killed or not")),
            end
        );
        if (reply is null)
        {
            Interlocked.Increment(ref end.IsCompleted ? ref _cut : ref _unanswered);
            return !end.IsCompleted;
        }

        if (
            !reply.Text.Contains($"after: **{value}**", StringComparison.Ordinal)
            || Number().Match(reply.Text) is not { Success: true } number
        )
            throw new InvalidOperationException($"an edit was not taken: {reply.Text}");
        _acknowledged.Enqueue(new AcknowledgedEdit(long.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture), property, value));
        _next.TrySetResult();
        return true;
    }

    private static string DayOf(int number) =>
        new DateOnly(1990, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<SimulatedReply?> UntilAsync(Task<SimulatedReply> reply, Task end)
    {
        try
        {
            return await Task.WhenAny(reply, end) == reply ? await reply : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"Revision (\d+)\.")]
    private static partial Regex Number();
}
