using System.Reflection;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/about: what this bot is, and what it knows.</summary>
internal sealed class AboutCommand(SnapshotHolder snapshots, FactsSettings settings, TimeProvider time) : Command
{
    public override CommandDefinition Definition { get; } = new("about", "What this bot is, and what it knows", Private);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.Current;
        var stats = FactStats.Count([.. snapshot.Facts.All.Select(view => view.Subject)], time.Today(), settings.StaleAfterDays);
        var version =
            typeof(AboutCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "";
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**AiNewsBot {Markdown.Escape(version)}** settles \"is that model really open source?\" with evidence.")
            .Add(
                $"""
                - {stats.Releases} releases of {stats.Organizations} makers, {stats.Licences} licences, {stats.Topics} topics
                - {stats.Claims} claims from {stats.Sources} sources, the oldest check of {stats.OldestCheck:yyyy-MM-dd}
                - facts of version {snapshot.Version}
                """
            )
            .Add(
                "Verdicts are computed from the facts under named definitions: OSI's Open Source AI Definition 1.0 and "
                    + "the Model Openness Framework. Nothing here is written by a language model: "
                    + "each sentence follows from facts that carry a source and a date.\n"
                    + "-# The facts are published under CC BY 4.0. Questions are not kept with the names of those who ask.",
                isApart: true
            )
            .ToCard();
        return ValueTask.FromResult<Reply>(new Reply.Show(card, IsPrivate(request)));
    }
}
