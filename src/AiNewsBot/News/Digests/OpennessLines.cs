using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.News.Digests;

/// <summary>The section of a weekly digest that tells what became more or less open.</summary>
internal static class OpennessLines
{
    /// <summary>How many characters it takes at most.</summary>
    public const int MaxLength = 1400;

    private const int MaxTextLength = 160;
    private const int MaxLinkLength = 200;

    /// <summary>Its lines, cut after whole ones; empty where nothing changed.</summary>
    public static ImmutableArray<string> Create(FactBase facts, ImmutableArray<OpennessChange> changes)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var left = MaxLength;
        foreach (var (direction, heading) in new[] { (1, "More open"), (-1, "Less open"), (0, "On other terms") })
        {
            var group = changes.Where(change => change.Direction == direction).Select(change => LineOf(facts, change)).ToArray();
            if (group.Length == 0 || heading.Length + group[0].Length + 60 > left)
                continue;
            Add($"**{heading}**");
            for (var i = 0; i < group.Length; i++)
            {
                if (group[i].Length + 30 > left)
                {
                    Add($"-# and {group.Length - i} more");
                    break;
                }

                Add(group[i]);
            }
        }

        return lines.ToImmutable();

        void Add(string line)
        {
            lines.Add(line);
            left -= line.Length + 1;
        }
    }

    private static string LineOf(FactBase facts, OpennessChange change)
    {
        var entry = change.Entry;
        var source = entry.Statement.Sources.FirstOrDefault();
        return $"- {VerdictStyle.Symbol(change.After)} {TextOf(facts, change)}, {entry.Date}"
            + (source is { Address.Length: <= MaxLinkLength } ? $" ({Markdown.Link("source", source.Address)})" : "");
    }

    private static string TextOf(FactBase facts, OpennessChange change)
    {
        var entry = change.Entry;
        var name = Markdown.Escape(entry.Subject.Name);
        return entry.Kind switch
        {
            TimelineKind.WeightsOut =>
                $"**{name}**: weights out{(change.After is { } kind and not VerdictKind.Unknown ? $", {kind.ToWords()}" : "")}",
            TimelineKind.LicenceChanged => $"**{name}**: {LicenceOf(facts, entry.Before)} → {LicenceOf(facts, entry.Statement)}"
                + (
                    change.Direction != 0 ? $", from {change.Before!.Value.ToWords()} to {change.After!.Value.ToWords()}"
                    : change.After is { } same and not VerdictKind.Unknown ? $", {same.ToWords()} as before"
                    : ""
                ),
            _ => $"**{name}**, a promise kept: {Markdown.Escape(Ellipsis.Shorten(entry.Statement.Value, MaxTextLength))}",
        };
    }

    private static string LicenceOf(FactBase facts, Statement? statement) =>
        Markdown.Escape(statement is null ? "no licence" : facts.Licence(statement.Value)?.ShortName ?? statement.Value);
}
