using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>
/// Cuts a question that asks several things into questions of one thing each. A part that names nothing is asked of what was named before
/// it, else of what is named next: "who made Phi-4, when, and is it MIT".
/// </summary>
internal sealed class QuestionSplitter(Lexicon lexicon)
{
    private const int MaxParts = 6;
    private const int MaxPhraseLength = 5;
    private const int MaxPointed = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The parts, each a question that can be read by itself; none where there is one thing asked.</summary>
    /// <param name="names">The words, names and cues of the question.</param>
    /// <param name="starts">Where something begins to be asked.</param>
    /// <param name="read">Reads a text by itself; null where it asks nothing that can be told of a name.</param>
    public static ImmutableArray<Question> Split(NamesRead names, List<int> starts, Func<string, Question?> read)
    {
        if (starts.Count is < 2 or > MaxParts)
            return [];
        var parts = ImmutableArray.CreateBuilder<Question>();
        ImmutableArray<Mention> carried = [];
        for (var i = 0; i < starts.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : starts[i], i + 1 < starts.Count ? starts[i + 1] : names.Tokens.Length);
            var named = Named(names, from, to);
            var asked = i == 0 ? Named(names, starts[0], to).RemoveAll(IsMaker) : named;
            if (named.IsEmpty && carried.IsEmpty)
                carried = Named(names, to, names.Tokens.Length);
            var part =
                i > 0 && IsEllipsis(names, from, to, named)
                    ? Write(names, i == 1 ? 0 : starts[i - 1], starts[i], named, replaces: true)
                    : Write(names, WithoutConnectives(names, from, to), to, named.IsEmpty ? carried : [], replaces: false);
            if (read(part) is not { } question)
                return [];
            parts.Add(question);
            carried =
                !asked.IsEmpty ? asked
                : named.IsEmpty ? carried
                : named;
        }

        return parts.ToImmutable();
    }

    /// <summary>What is asked in one sentence of a name in another before it: "We argue about Phi-4. Is it open?" Null where it
    /// is asked in the same, or of none.</summary>
    /// <param name="names">The words, names and cues of the question.</param>
    /// <param name="starts">Where something begins to be asked.</param>
    /// <param name="isUnder">Whether another of these names is built on a name, and is what is asked about.</param>
    /// <param name="read">Reads a text by itself; null where it asks nothing that can be told of a name.</param>
    public static Question? Behind(
        NamesRead names,
        List<int> starts,
        Func<Mention, ImmutableArray<Mention>, bool> isUnder,
        Func<string, Question?> read
    )
    {
        var tokens = names.Tokens;
        if (
            starts is not [> 0 and var start]
            || Named(names, start, tokens.Length).Any(mention => !IsLikened(tokens, mention))
            || Named(names, 0, start) is not { IsEmpty: false } all
            || all.RemoveAll(mention => isUnder(mention, all)) is not { IsEmpty: false } told
            || IsAsked(names, told[^1])
        )
            return null;
        return
            tokens[start].Sentence > tokens[all[^1].Start].Sentence
            && !Words.Find(tokens, index => IsWithinName(names, index)).Any(hit => hit.Group == "tags" && hit.Start == start)
            && Enumerable.Range(start, tokens.Length - start).Any(index => PronounAt(names, index) is not null || PointsAt(tokens, index))
            ? read(Write(names, start, tokens.Length, told, replaces: false, BuiltOn(names)))
            : null;
    }

    // "Any guidelines on commercial use of videos made with it? It's Apache, isn't it" asks where it names, and not only behind it.
    private static bool IsAsked(NamesRead names, Mention told) =>
        names.Tokens[told.Start] is { IsAsked: true, Sentence: var sentence }
        && Words
            .Find(names.Tokens, index => IsWithinName(names, index))
            .Any(hit => names.Tokens[hit.Start].Sentence == sentence && hit.Group is "commercial" or "selling" or "outputs" or "licences");

    private static bool IsMaker(Mention mention) => mention.Candidates is [{ Subject.Kind: SubjectKind.Organization }];

    // "Or is it Apache anyway like the 7B" is not asked of the 7B.
    private static bool IsLikened(ImmutableArray<Token> tokens, Mention mention)
    {
        var before = mention.Start - 1;
        while (before > 0 && tokens[before].Text is "the" or "a" or "other")
            before--;
        return before >= 0 && tokens[before].Text is "like" or "unlike" && tokens[before].Sentence == tokens[mention.Start].Sentence;
    }

    // "Can the pre-trained models be sold": those that were named before.
    private static bool PointsAt(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Text is "the" or "these" or "those"
        && tokens
            .Skip(index + 1)
            .Take(MaxPointed)
            .TakeWhile(token => token.Clause == tokens[index].Clause)
            .Any(token =>
                token.Text
                    is "model"
                        or "models"
                        or "weights"
                        or "checkpoint"
                        or "checkpoints"
                        or "quant"
                        or "quants"
                        or "distills"
                        or "distillations"
                        or "sizes"
                        or "variants"
            );

    // What a model is said to be built on binds it, though another sentence tells of it.
    private static string BuiltOn(NamesRead read) =>
        read.Mentions.Where(mention => mention.Role == MentionRole.Base).Select(on => NameOf(read, on)).Distinct().ToArray()
            is { Length: > 0 } on
            ? $" built on {string.Join(" and ", on)}"
            : "";

    /// <summary>Where something begins to be asked. What is before the first of them is told with it.</summary>
    public List<int> Starts(NamesRead read)
    {
        var tokens = read.Tokens;
        var starts = new List<int>();
        List<PhraseHit>? hits = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && tokens[i].Clause == tokens[i - 1].Clause && !Words.Is("joining", tokens[i].Text))
                continue;
            var end = i + 1;
            while (end < tokens.Length && tokens[end].Clause == tokens[i].Clause && !Words.Is("joining", tokens[end].Text))
                end++;
            var from = WithoutConnectives(read, i, end);
            if (from >= end || read.Mentions.Any(mention => mention.Start < i && i < mention.End))
                continue;
            hits ??= Words.Find(tokens, index => IsWithinName(read, index));
            if ((IsQuestion(read, hits, from, end) || IsPhrase(read, from, end)) && !IsAlternative(read, i, end))
                starts.Add(i);
        }

        // "Llama 3 forbids it, right? Does that still hold for 3.1": what was put forward of one is asked of the other.
        if (starts is [> 0 and var only] && IsEllipsis(read, only, tokens.Length, Named(read, only, tokens.Length)))
            starts.Insert(0, 0);
        return starts;
    }

    // "Is it open, or is it only open weights" asks one thing, in two ways.
    private static bool IsAlternative(NamesRead read, int start, int end) =>
        read.Tokens[start].Text is "or" or "oder" or "ou" or "o" && Named(read, start, end).IsEmpty;

    // "When was", "is it", "can I"
    private static bool IsQuestion(NamesRead read, List<PhraseHit> hits, int from, int end)
    {
        var tokens = read.Tokens;
        if (hits.Exists(hit => hit.Group == "asking" && hit.Start == from))
            return tokens[from].Text is not ("which" or "who" or "where")
                || tokens[from].IsAsked
                || from == 0
                || tokens[from].Sentence != tokens[from - 1].Sentence
                || Words.Is("joining", tokens[from - 1].Text);
        return from + 1 < end
            && Words.Is("auxiliaries", tokens[from].Text)
            && (
                Words.Is("asked_subjects", tokens[from + 1].Text)
                || Words.Is("determiners", tokens[from + 1].Text)
                || hits.Exists(hit => hit.Group == "components" && hit.Start == from + 1)
                || IsWithinName(read, from + 1)
            );
    }

    // "The licence", "maker", "release date of MODEL": few words, one of which shows what is asked.
    private bool IsPhrase(NamesRead read, int from, int end)
    {
        var isCued = false;
        var count = 0;
        for (var i = from; i < end; i++)
        {
            if (IsWithinName(read, i))
                continue;
            var cue = CueAt(read, i);
            if (PronounAt(read, i) is not null)
                return false;
            isCued |= cue is { Cue: { Group: "cues", Value: not ("openness" or "compare" or "list") } };
            if (++count > MaxPhraseLength || cue is null && !lexicon.StopWords.Contains(read.Tokens[i].Text))
                return false;
            if (Words.Is("auxiliaries", read.Tokens[i].Text))
                return false;
        }

        return isCued;
    }

    // "And Llama 3?", "what about Llama 3", "is Llama 3 too": what was asked before is asked of another.
    private static bool IsEllipsis(NamesRead read, int from, int to, ImmutableArray<Mention> named) =>
        !named.IsEmpty
        && Enumerable.Range(from, to - from).All(index => IsWithinName(read, index) || Words.Is("ellipses", read.Tokens[index].Text));

    private static int WithoutConnectives(NamesRead read, int from, int end)
    {
        while (from < end && (Words.Is("joining", read.Tokens[from].Text) || Words.Is("joining_fillers", read.Tokens[from].Text)))
            from++;
        if (from + 1 < end && read.Tokens[from].Text == "if" && read.Tokens[from + 1].Text is "not" or "so" or "yes" or "no")
            from += 2;
        return from;
    }

    private static ImmutableArray<Mention> Named(NamesRead read, int from, int to) =>
        [
            .. read.Mentions.Where(mention =>
                mention.Start >= from
                && mention.Start < to
                && mention.Role is MentionRole.Subject or MentionRole.Comparison
                && mention is not { Candidates: [Licence, ..] }
            ),
        ];

    // The words of a part, its pronouns replaced by the names that it is asked of; or, of what was asked before, its names.
    private static string Write(NamesRead read, int from, int to, ImmutableArray<Mention> names, bool replaces, string builtOn = "")
    {
        var text = new StringBuilder();
        var told = string.Join(" and ", names.Select(name => NameOf(read, name))) + builtOn;
        var isTold = names.IsEmpty;
        for (var i = from; i < to; i++)
        {
            if (i > from)
                text.Append(
                    read.Tokens[i].Clause != read.Tokens[i - 1].Clause ? ", "
                    : read.Tokens[i].IsAttached ? read.Tokens[i].Joint.ToString()
                    : " "
                );
            if (read.Mentions.FirstOrDefault(mention => mention.Start == i && mention is not { Candidates: [Licence, ..] }) is { } own)
            {
                text.Append(
                    replaces
                        ? isTold
                            ? ""
                            : told
                        : NameOf(read, own)
                );
                isTold |= replaces;
                i = own.End - 1;
            }
            else if (!isTold && PronounAt(read, i) is { } pronoun)
            {
                var isOwner = pronoun.Count == 1 && read.Tokens[i].Text is "its" or "their";
                text.Append(isOwner ? string.Join(" and ", names.Select(name => NameOf(read, name) + "'s")) : told);
                isTold = true;
                i = pronoun.End - 1;
            }
            else
                text.Append(read.Tokens[i].Raw);
        }

        return $"{text}{(isTold ? "" : $" for {told}")}{(read.Tokens[to - 1].IsAsked ? "?" : "")}";
    }

    // A name that is understood only beside another is told in full.
    private static string NameOf(NamesRead read, Mention mention) =>
        read.Links.FirstOrDefault(link => link.Start == mention.Start) is { IsAmbiguous: false, IsTypo: false, Version: null } link
            ? link.Subject.Name
            : mention.Typed;

    private static CueHit? PronounAt(NamesRead read, int index)
    {
        foreach (var hit in read.Cues)
        {
            if (hit.Cue.Group == "pronouns" && hit.Start == index)
                return hit;
        }

        return null;
    }

    private static CueHit? CueAt(NamesRead read, int index)
    {
        foreach (var hit in read.Cues)
        {
            if (hit.Cue.Group is "cues" or "components" && hit.Start <= index && index < hit.End)
                return hit;
        }

        return null;
    }

    private static bool IsWithinName(NamesRead read, int index)
    {
        foreach (var mention in read.Mentions)
        {
            if (mention.Start <= index && index < mention.End)
                return true;
        }

        return false;
    }
}
