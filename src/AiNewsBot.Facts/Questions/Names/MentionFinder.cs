using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>
/// Finds all names of a question, those of nothing known too. Words that go on from a known name and make another of it take it along:
/// "grok 2 mini" is one unknown name, not Grok-2.
/// </summary>
internal sealed class MentionFinder(NameIndex names, Lexicon lexicon)
{
    private readonly NameTagger _tagger = new(names, lexicon);
    private readonly NameScoreCorrections _corrections = new(lexicon);
    private readonly HeldNames _held = new(names);

    /// <summary>The names, in order, all with the role of a subject; links to topics are not among them.</summary>
    public ImmutableArray<Mention> Find(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, ImmutableArray<EntityLink> topics)
    {
        if (tokens.IsEmpty)
            return [];
        var kinds = NameTagger.Kinds(tokens, links, topics);
        var scores = _tagger.Score(tokens, kinds);
        _corrections.Apply(tokens, links, scores);
        var asks = tokens.Any(token => lexicon.CuesFrom(token.Text).Any(cue => cue is { Group: "cues" or "components", Words.Length: 1 }));
        var compares =
            !asks
            || tokens.Any(token => lexicon.CuesFrom(token.Text).Any(cue => cue is { Group: "cues", Value: "compare", Words.Length: 1 }));
        var parts = PartsOf(tokens, links, scores);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        for (var first = 0; first < parts.Count; )
        {
            var last = first;
            while (last + 1 < parts.Count && IsOneName(tokens, parts, last, compares))
                last++;
            if (
                !AreLetters(tokens, parts, first, last)
                && (first < last || parts[first] is not { Link: null, Count: 1 } || !IsCountry(tokens[parts[first].Start].Text))
            )
                mentions.Add(MentionOf(tokens, parts, first, last));
            first = last + 1;
        }

        return mentions.ToImmutable();
    }

    // "E.g." and "i.e." name nothing.
    private static bool AreLetters(ImmutableArray<Token> tokens, List<Part> parts, int first, int last) =>
        parts.Skip(first).Take(last - first + 1).All(part => part.Link is null)
        && Enumerable
            .Range(parts[first].Start, parts[last].End - parts[first].Start)
            .All(index => tokens[index].Raw is [>= 'a' and <= 'z']);

    // "We are a German firm" names no model.
    private bool IsCountry(string word)
    {
        foreach (var cue in lexicon.CuesFrom(word))
        {
            if (cue is { Group: "countries", Words.Length: 1 })
                return true;
        }

        return false;
    }

    /// <summary>The links but for those that are parts of unknown names.</summary>
    public static ImmutableArray<EntityLink> WithoutParts(ImmutableArray<EntityLink> links, ImmutableArray<Mention> mentions) =>
        links.RemoveAll(link =>
            link.Version is null && mentions.Any(mention => mention.IsUnknown && mention.Start <= link.Start && link.Start < mention.End)
        );

    /// <summary>Whether a word is part of an unknown name.</summary>
    public static bool IsUnknown(ImmutableArray<Mention> mentions, int index)
    {
        foreach (var mention in mentions)
        {
            if (mention.IsUnknown && mention.Start <= index && index < mention.End)
                return true;
        }

        return false;
    }

    // A known name, or a word that is part of an unknown one.
    private readonly record struct Part(int Start, int Count, EntityLink? Link)
    {
        public int End => Start + Count;

        public bool IsModel => Link?.Subject.IsModel == true;
    }

    private static List<Part> PartsOf(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, float[] scores)
    {
        var parts = new List<Part>();
        for (int i = 0, next = 0; i < tokens.Length; )
        {
            if (next < links.Length && links[next].Start <= i)
            {
                parts.Add(new Part(links[next].Start, links[next].Count, links[next]));
                i = Math.Max(i, links[next++].End);
                continue;
            }

            var count = scores[i] > 0 ? 1 : 0;
            while (
                count > 0
                && i + count < tokens.Length
                && GoesOn(tokens, i + count)
                && !(next < links.Length && links[next].Start <= i + count)
            )
                count++;
            if (count > 0)
                parts.Add(new Part(i, count, null));
            i += Math.Max(1, count);
        }

        return parts;
    }

    // The number or size behind a name is part of it; a year is not.
    private static bool GoesOn(ImmutableArray<Token> tokens, int index) =>
        tokens[index] is var token && token.IsAttached
            ? token.IsNumber || NameFeatures.IsSize(token.Text)
            : token.Joint == ' '
                && (
                    token.IsNumber && !token.IsYear && !token.IsDottedDate && !Quantities.IsAt(tokens, index)
                    || NameFeatures.IsSize(token.Text)
                );

    private bool IsOneName(ImmutableArray<Token> tokens, List<Part> parts, int index, bool compares)
    {
        var (one, other) = (parts[index], parts[index + 1]);
        if (
            one.IsModel
            && other.IsModel
            && one.End < other.Start
            && Enumerable.Range(one.End, other.Start - one.End + 1).All(at => tokens[at].IsAttached)
        )
            return true;
        if (one.End != other.Start || tokens[one.End - 1].Sentence != tokens[other.Start].Sentence)
            return false;
        var token = tokens[other.Start];
        if (tokens[other.Start - 1].IsPossessive)
            return false;
        if (
            !token.IsAttached
            && token.Joint != ' '
            && !(one.Link is { } owner && other.Link is { } owned && IsOfOtherOwner(owner, owned, token))
        )
            return false;
        if (one.Link is null && other.Link is null)
            return true;
        if (one.Link is null || other.Link is null)
            return one.IsModel || other.IsModel || token.IsAttached && (one.Link ?? other.Link)!.Subject is not Licence;

        // "openai/grok" is a repository of a maker that makes no Grok.
        if (IsOfOtherOwner(one.Link, other.Link, token))
            return true;
        if (
            !one.IsModel
            || !other.IsModel
            || names.Contains(one.Link.Subject, other.Link.Subject)
            || names.Contains(other.Link.Subject, one.Link.Subject)
        )
            return false;

        // "falcon mamba" is one name; "grok claude gemini" and "llama 3 gemma 2" are several.
        return token.IsAttached
            || !compares
                && !HasDigit(one.Link.Typed)
                && !(index > 0 && parts[index - 1] is { IsModel: true } before && before.End == one.Start)
                && !(index + 2 < parts.Count && parts[index + 2] is { IsModel: true } behind && behind.Start == other.End);
    }

    private bool IsOfOtherOwner(EntityLink owner, EntityLink name, Token token) =>
        token.Joint == '/'
        && owner.Subject.Subject.Kind == SubjectKind.Organization
        && !lexicon.Places.Contains(Tokenizer.Fold(owner.Typed))
        && name is { Version: null, Count: 1, Subject.Subject.Kind: SubjectKind.Family }
        && !owner.Typed.AsSpan().ContainsAnyInRange('A', 'Z')
        && !name.Typed.AsSpan().ContainsAnyInRange('A', 'Z')
        && !names.Contains(owner.Subject, name.Subject);

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    private Mention MentionOf(ImmutableArray<Token> tokens, List<Part> parts, int first, int last)
    {
        var (start, end) = (parts[first].Start, parts[last].End);
        if (first == last && parts[first].Link is { } link)
        {
            return link.Version is null
                ? new Mention(start, end - start, link.Typed, link.Candidates, MentionRole.Subject)
                : new Mention(
                    start,
                    end - start,
                    link.Typed.EndsWith(link.Version, StringComparison.OrdinalIgnoreCase) ? link.Typed : $"{link.Typed} {link.Version}",
                    [],
                    MentionRole.Subject
                )
                {
                    Nearest = link.Candidates,
                    Held = _held.Of(tokens, start, link),
                };
        }

        var models = parts.Skip(first).Take(last - first + 1).Where(part => part.IsModel).ToArray();
        var version = parts[last].Link?.Version;
        return new Mention(
            start,
            end - start,
            version is null ? Written(tokens, start, end) : $"{Written(tokens, start, end)} {version}",
            [],
            MentionRole.Subject
        )
        {
            Nearest = models.Length > 0 ? models[0].Link!.Candidates : [],
            Held = models.Length > 0 ? _held.Of(tokens, start, models[0].Link!) : [],
            NamedAfter = models.Length > 0 && IsNamedAfter(tokens, start, models[^1]) ? models[^1].Link!.Candidates : [],
        };
    }

    // "Zorblex-Mixtral-8x7B" is written as repositories are named; a Distil-Whisper is one word with what it is made of, too.
    private static bool IsNamedAfter(ImmutableArray<Token> tokens, int start, Part model) =>
        model.Start > start && model.Link is { Version: null, IsTypo: false } && tokens[model.Start].Joint is '-' or '_';

    /// <summary>Words as they were written, without the spaces between that are none in a name, and without a possessive at the end.
    /// </summary>
    public static string Written(ImmutableArray<Token> tokens, int start, int end)
    {
        var text = new StringBuilder(tokens[start].Raw);
        for (var i = start + 1; i < end; i++)
            text.Append(tokens[i].IsAttached || tokens[i].Joint == '/' ? tokens[i].Joint : ' ').Append(tokens[i].Raw);
        return tokens[end - 1].IsPossessive ? text.ToString(0, text.Length - 2) : text.ToString();
    }
}
