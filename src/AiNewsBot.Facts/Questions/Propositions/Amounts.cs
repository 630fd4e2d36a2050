using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Reads numbers of users and sums of money: 800 million users, 700M MAU, $5m of revenue, a billion users.</summary>
internal static class Amounts
{
    /// <summary>A number that is named, whether it is one of money, and the index of its word.</summary>
    public readonly record struct Found(long Value, bool IsMoney, int At);

    private const long Minimum = 1_000;
    private const long MinOfClause = 100_000_000;
    private const int MaxUnitDistance = 4;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The first of a clause; null without one.</summary>
    public static Found? Read(PropositionClause clause) => Read(clause.Tokens, clause.Start, clause.End, clause.IsName);

    /// <summary>The first of a text, outside of names; null without one.</summary>
    public static Found? Read(ImmutableArray<Token> tokens, int start, int end, Func<int, bool> isName)
    {
        for (var i = start; i < end; i++)
        {
            if (
                !isName(i)
                && ValueAt(tokens, i, end) is >= Minimum and var value
                && (
                    IsMoney(tokens[i]) ? true
                    : UnitBehind(tokens, i + 1, end) is { } unit ? unit
                    : UnitBefore(tokens, i) ?? (IsClause(tokens, i + 1, end) && value >= MinOfClause ? false : null)
                )
                    is { } isMoney
            )
                return new Found(value, isMoney, i);
        }

        return null;
    }

    private static bool IsMoney(Token token) => token.Joint is '$' or '€' or '£';

    private static long? ValueAt(ImmutableArray<Token> tokens, int index, int end)
    {
        var text = tokens[index].Text;
        var scale = index + 1 < end ? ScaleOf(tokens[index + 1].Text) : null;
        if (text is "a" or "one" && scale is not null)
            return scale;

        // "Billions in revenue" are more than one.
        if (text is "billions")
            return ScaleOf(text);
        var digits = text.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        if (
            digits == 0
            || !decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 1_000_000_000_000
        )
            return null;
        var own = digits < text.Length ? ScaleOf(text[digits..]) : scale ?? 1;
        return own is { } factor && number * factor < long.MaxValue / 2 ? (long)(number * factor) : null;
    }

    private static bool? UnitBehind(ImmutableArray<Token> tokens, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 6); i++)
        {
            if (Words.Is("counted", tokens[i].Text))
                return false;
            if (Words.Is("earned", tokens[i].Text))
                return true;
        }

        return null;
    }

    // "Quem fatura mais de 50M", "年商100万ドル"
    private static bool? UnitBefore(ImmutableArray<Token> tokens, int index) =>
        Words.Has("earned", tokens, index - MaxUnitDistance, index) ? true : null;

    // "The 700M clause" is one on users.
    private static bool IsClause(ImmutableArray<Token> tokens, int from, int end) =>
        PropositionClause.Between(from, Math.Min(end, from + 2)).Any(index => tokens[index].Text is "clause" or "klausel");

    private static long? ScaleOf(string word) =>
        word switch
        {
            "thousand" or "k" => 1_000,
            "万" => 10_000,
            "million" or "millions" or "m" or "mio" or "mln" or "millionen" or "millon" or "millones" or "milhao" or "milhoes" => 1_000_000,
            "亿" or "億" => 100_000_000,
            "billion" or "b" or "bn" or "billions" => 1_000_000_000,
            _ => null,
        };
}
