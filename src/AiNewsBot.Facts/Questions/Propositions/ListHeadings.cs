using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// Writes a list under a heading as a sentence for each name: "MIT: Phi-4, DeepSeek-R1" is said of both, a heading of all lines below it.
/// </summary>
internal sealed partial class ListHeadings(EntityLinker linker)
{
    private const int MaxHeadLength = 7;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The message with each name of such a list in a sentence of its own; as it is where it has no such list.</summary>
    public string Expand(string message)
    {
        message = MessageText.Prepare(message);
        if (!message.Contains(':', StringComparison.Ordinal))
            return message;
        var lines = new List<string>();
        string? above = null;
        foreach (var line in message.Split('\n'))
        {
            var start = Start().Match(line);
            var (prefix, text) = (start.Groups["quote"].Value, line[start.Length..]);
            var said = new List<string>();
            var isItem = above is not null && ItemOf(text) is not null;
            if (isItem)
                said.Add($"{ItemOf(text)} is {above}.");
            else if (text.Trim().Length > 0)
                above = null;
            foreach (var segment in Segments().Split(text))
            {
                if (isItem || HeadOf(segment) is not var (head, rest))
                    said.Add(segment);
                else if (rest.Length == 0)
                    above = head;
                else if (NamesIn(rest) is { IsEmpty: false } names)
                    said.AddRange(names.Select(name => $"{name} is {head}."));
                else
                    said.Add(segment);
            }

            lines.AddRange(said.Select(sentence => prefix + sentence));
        }

        return string.Join('\n', lines);
    }

    // What a heading says of each name below it, and what is behind its colon; null where it is no such heading.
    private (string Head, string Behind)? HeadOf(string segment)
    {
        var match = Heading().Match(segment);
        if (!match.Success || segment.TrimEnd().EndsWith('?'))
            return null;
        var tokens = Tokenizer.Split(match.Groups["head"].Value);
        if (tokens.IsEmpty || tokens.Length > MaxHeadLength)
            return null;
        var links = linker.LinkWithoutTypos(tokens);
        if (links.Exists(link => link.Subject is not Licence))
            return null;
        var hits = Words.Find(tokens, index => links.Exists(link => link.Start <= index && index < link.End));
        if (
            hits.Exists(hit => hit.Group is "asking" or "suppositions" or "speech")
            || Words.Is("auxiliaries", tokens[0].Text)
            || Words.Has("authors", tokens, 0, tokens.Length)
        )
            return null;
        var licence = links.FirstOrDefault();
        var term = hits.Where(hit => hit.Group == "terms").OrderByDescending(hit => hit.Count).FirstOrDefault();
        var end = licence?.End ?? term.End;

        // "MIT students: …" and "closed issues: …" speak of students and issues.
        if (
            end < tokens.Length
            && !Words.Is("models", tokens[end].Text)
            && !Words.Is("licences", tokens[end].Text)
            && !Words.Is("copulas", tokens[end].Text)
        )
            return null;
        var (what, at) =
            licence is not null ? ($"under {licence.Typed}", licence.Start)
            : term.Count > 0 ? (string.Join(' ', tokens.Skip(term.Start).Take(term.Count).Select(token => token.Raw)), term.Start)
            : ("", 0);
        if (what.Length == 0)
            return null;
        var isDenied = hits.Count(hit => hit.Group == "denials" && hit.End <= at) % 2 != 0;
        return (isDenied ? $"not {what}" : what, match.Groups["rest"].Value.Trim());
    }

    // The names in a list that holds little else; empty where it is a sentence.
    private ImmutableArray<string> NamesIn(string rest)
    {
        var tokens = Tokenizer.Split(Aside().Replace(rest, " "));
        var links = linker.LinkWithoutTypos(tokens).Where(IsModel).ToArray();
        var others = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                !links.Any(link => link.Start <= i && i < link.End)
                && !Words.Is("joining", tokens[i].Text)
                && !Words.Is("determiners", tokens[i].Text)
            )
                others++;
        }

        return others > links.Length ? [] : [.. links.Select(NameOf)];
    }

    // The name that a line below a heading begins with.
    private string? ItemOf(string text)
    {
        var tokens = Tokenizer.Split(text);
        return
            linker.LinkWithoutTypos(tokens).FirstOrDefault() is { } link
            && IsModel(link)
            && (link.Start == 0 || link.Start == 1 && tokens[0].IsNumber)
            && (link.End == tokens.Length || tokens[link.End].Joint != ' ' || tokens[link.End].Clause != tokens[link.Start].Clause)
            ? NameOf(link)
            : null;
    }

    private static bool IsModel(EntityLink link) =>
        link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family or SubjectKind.Software;

    private static string NameOf(EntityLink link) => link is { IsAmbiguous: false, Version: null } ? link.Subject.Name : link.Typed;

    [GeneratedRegex(@"^(?<quote>[ \t]*(?:>>>|>)?[ \t]*)(?:[-*•–+][ \t]+|\d+[.)][ \t]+)?")]
    private static partial Regex Start();

    // "He goes 'all open source: Yi and Phi-2'": a quote begins a heading of its own.
    [GeneratedRegex("""(?<=[.;|])\s+|(?<=\s)(?=['"“‘][^'"“”‘’]{2,60}:\s)""")]
    private static partial Regex Segments();

    [GeneratedRegex(@"^[^\p{L}\p{N}]*(?<head>[^:?!]{2,60}):(?:\*\*|__)?(?:\s+(?<rest>.*))?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Aside();
}
