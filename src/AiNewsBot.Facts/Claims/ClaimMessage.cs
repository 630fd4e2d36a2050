using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>A message as claims are read from it: its words, numbered through all of its parts, with the names, phrases and clauses in
/// them.</summary>
/// <param name="Tokens">The words; sentences and clauses are numbered through the whole message.</param>
/// <param name="Names">The names, in order, unknown ones among them.</param>
/// <param name="Hits">The phrases.</param>
/// <param name="Clauses">The clauses, in order.</param>
/// <param name="Plain">What the rules of plain clauses read from it.</param>
/// <param name="IsQuoted">For each word whether it is quoted from another message.</param>
internal sealed record ClaimMessage(
    ImmutableArray<Token> Tokens,
    ImmutableArray<EntityLink> Names,
    List<PhraseHit> Hits,
    ImmutableArray<PropositionClause> Clauses,
    ImmutableArray<Proposition> Plain,
    ImmutableArray<bool> IsQuoted
)
{
    private readonly int[] _clauseOf = ClausesOf(Tokens.Length, Clauses);
    private readonly int[] _nameOf = NamesOf(Tokens.Length, Names);

    /// <summary>Whether its first sentence is meant otherwise than it says.</summary>
    public bool IsIronic { get; init; }

    /// <summary>What it has between quotation marks.</summary>
    public ImmutableArray<string> Quotes { get; init; } = [];

    /// <summary>Index of the clause of a word.</summary>
    public int ClauseAt(int index) => _clauseOf[index];

    /// <summary>Index of the name that a word is of; -1 outside of names.</summary>
    public int NameAt(int index) => _nameOf[index];

    /// <summary>Index of the first word of the sentence of a word.</summary>
    public int SentenceStart(int index)
    {
        while (index > 0 && Tokens[index - 1].Sentence == Tokens[index].Sentence)
            index--;
        return index;
    }

    /// <summary>Index of the word behind the sentence of a word.</summary>
    public int SentenceEnd(int index)
    {
        var sentence = Tokens[index].Sentence;
        while (index < Tokens.Length && Tokens[index].Sentence == sentence)
            index++;
        return index;
    }

    /// <summary>Whether two words are of one sentence.</summary>
    public bool IsSameSentence(int one, int other) => Tokens[one].Sentence == Tokens[other].Sentence;

    private static int[] ClausesOf(int length, ImmutableArray<PropositionClause> clauses)
    {
        var all = new int[length];
        for (var i = 0; i < clauses.Length; i++)
            all.AsSpan(clauses[i].Start, clauses[i].End - clauses[i].Start).Fill(i);
        return all;
    }

    private static int[] NamesOf(int length, ImmutableArray<EntityLink> names)
    {
        var all = new int[length];
        all.AsSpan().Fill(-1);
        for (var i = 0; i < names.Length; i++)
            all.AsSpan(names[i].Start, names[i].Count).Fill(i);
        return all;
    }
}
