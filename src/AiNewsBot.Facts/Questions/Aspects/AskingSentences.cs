using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>Tells the sentences of a text that ask something from those around them.</summary>
internal sealed class AskingSentences(AspectReader aspects, Masker masker, Lexicon lexicon)
{
    private const int MaxTagLength = 3;

    /// <summary>
    /// The sentences that name a model and ask something, and the tags behind them ("Is GPT-5 out? When?"); none where the text is one
    /// sentence, or where no sentence does: then all of it is read as one. The others are small talk, or say what is not meant.
    /// </summary>
    public ImmutableArray<int> Find(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Mention> mentions,
        ImmutableArray<CueHit> cues,
        ImmutableArray<EntityLink> topics
    )
    {
        if (tokens.IsEmpty || tokens[^1].Sentence == 0)
            return [];
        var asking = ImmutableArray.CreateBuilder<int>();
        for (var sentence = 0; sentence <= tokens[^1].Sentence; sentence++)
        {
            var names = links.Concat(topics.Where(IsMatter)).Any(link => tokens[link.Start].Sentence == sentence);
            if (!names && asking.Count == 0 && !IsOnlyQuestion(sentence) || SaysWhy(sentence))
                continue;
            var masked = Masked(tokens, links, mentions, [sentence]);
            if (names && asking.Contains(sentence - 1) && (IsNameAlone(masked) || masked is [{ Mask: "and" }, ..] || AsksAlso(sentence)))
            {
                asking.Add(sentence);
                continue;
            }

            if (
                masked.IsEmpty
                || !names && (asking.Count == 0 ? masked.Length <= MaxTagLength : masked.Length > MaxTagLength && !IsTheQuestion(sentence))
                || !(names && asking.Count == 0 && SaysWhatItAsks(sentence))
                    && !aspects.IsAsking(masked, Masker.Marks(masked, [.. cues.Where(hit => tokens[hit.Start].Sentence == sentence)], []))
            )
                continue;
            asking.Add(sentence);
        }

        return asking.ToImmutable();

        // "Is it the same licence? Because the hub says MIT" gives the reason for what was asked, as does "The repo says MIT" at the end.
        bool SaysWhy(int sentence) =>
            asking.Contains(sentence - 1)
            && tokens.Any(token => token.Sentence == sentence - 1 && token.IsAsked)
            && links.Any(link => tokens[link.Start].Sentence == sentence - 1 && link.Subject is not Licence)
            && !tokens.Any(token => token.Sentence == sentence && token.IsAsked)
            && (!tokens.Any(token => token.Sentence > sentence && token.IsAsked) || BeginsWithReason(sentence))
            && links.Any(link => tokens[link.Start].Sentence == sentence)
            && links.All(link => tokens[link.Start].Sentence != sentence || link.Subject is Licence);

        // "Qwen2.5 is Apache. Is that also so for the 3B?" asks of another what is told of the first.
        bool AsksAlso(int sentence) =>
            tokens.Any(token => token.Sentence == sentence && token.IsAsked && token.Text is "also" or "too" or "same")
            && !tokens.Any(token => token.Sentence == sentence - 1 && token.IsAsked);

        bool BeginsWithReason(int sentence) => tokens.First(token => token.Sentence == sentence).Text is "cause" or "because" or "since";

        // "Can I determine the exact licence for NAME? I saw that …" has a question mark, a name and a word for what is asked.
        bool SaysWhatItAsks(int sentence) =>
            tokens.Any(token => token.Sentence == sentence && token.IsAsked)
            && cues.Any(hit =>
                tokens[hit.Start].Sentence == sentence
                && hit.Cue is { Group: "cues", Value: not ("compare" or "list") } or { Group: "components" }
            );

        // "What licence are the NAME weights under? The readme says that the code is MIT", of a name that is not known.
        bool IsOnlyQuestion(int sentence) =>
            tokens.All(token => !token.IsAsked || token.Sentence == sentence) && tokens.Any(token => token.IsAsked);

        // "Its code is Apache, its data are for research. Which licence are the weights?" asks behind what it says of the model.
        bool IsTheQuestion(int sentence) =>
            tokens.Any(token => token.Sentence == sentence && token.IsAsked)
            && !tokens.Any(token => token.IsAsked && asking.Contains(token.Sentence));
    }

    // Miqu is spoken of as a model is; "open source", a term, is in most questions.
    private static bool IsMatter(EntityLink topic) => !topic.Subject.Subject.IsDefinition;

    // "Pixtral 12B licence? And Pixtral Large?" asks the same of another, as "And is Pixtral Large the same?" does.
    private bool IsNameAlone(ImmutableArray<MaskedWord> masked) =>
        masked.All(word => word.Letters is null || lexicon.StopWords.Contains(word.Mask)) && masked.Length <= MaxTagLength + 1;

    /// <summary>The masked words of some sentences; of all where none is given.</summary>
    public ImmutableArray<MaskedWord> Masked(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Mention> mentions,
        ImmutableArray<int> sentences
    )
    {
        if (sentences.IsEmpty)
            return masker.Mask(tokens, links, mentions);
        var from = tokens.Select((token, index) => (token.Sentence, index)).First(pair => pair.Sentence == sentences[0]).index;
        var to = from;
        while (to < tokens.Length && sentences.Contains(tokens[to].Sentence))
            to++;
        return masker.Mask(
            tokens[from..to],
            [.. links.Where(link => link.Start >= from && link.End <= to).Select(link => link with { Start = link.Start - from })],
            [
                .. mentions
                    .Where(mention => mention.Start >= from && mention.End <= to)
                    .Select(mention => mention with { Start = mention.Start - from }),
            ]
        );
    }
}
