using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Claims;

/// <summary>What a message puts forward, each with its judgement; where that is nothing, the models that it names.</summary>
internal sealed record CheckedMessage(ImmutableArray<CheckedClaim> Claims, ImmutableArray<Answer> Known)
{
    private const int MaxMessageLength = 12_000;
    private const int MaxNamed = 5;

    public static CheckedMessage Create(Answerer answerer, string message, DateOnly today, string language = "en")
    {
        if (message.Length > MaxMessageLength)
            message = message[..MaxMessageLength];
        var claims = answerer.CheckClaims(message, today, language);
        return new CheckedMessage(
            claims,
            claims.IsEmpty
                ?
                [
                    .. answerer
                        .SubjectsIn(message)
                        .Where(view => view.IsModel)
                        .Take(MaxNamed)
                        .Select(view => answerer.Describe(view, today, language: language)),
                ]
                : []
        );
    }
}
