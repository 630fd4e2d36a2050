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
        var texts = request.Texts;
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add(texts["about.title", ("version", Markdown.Escape(version))])
            .Add(
                texts[
                    "about.counts",
                    ("releases", $"{stats.Releases}"),
                    ("makers", $"{stats.Organizations}"),
                    ("licences", $"{stats.Licences}"),
                    ("topics", $"{stats.Topics}"),
                    ("claims", $"{stats.Claims}"),
                    ("sources", $"{stats.Sources}"),
                    ("day", $"{stats.OldestCheck:yyyy-MM-dd}"),
                    ("facts", $"{snapshot.Version}")
                ]
            )
            .Add($"{texts["about.how"]}\n-# {texts["about.note"]}", isApart: true)
            .ToCard();
        return ValueTask.FromResult<Reply>(new Reply.Show(card, IsPrivate(request)));
    }
}
