using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is known of a matter, and what a term means.</summary>
internal static class TopicAnswers
{
    private static readonly TopicWords Words = new(Languages.Lexicon);

    /// <summary>All of it, the sentence that holds what was asked first.</summary>
    public static Answer Create(AnswerContext context, SubjectView topic)
    {
        var says = topic.All(Properties.Says);
        var first = context.Question.Tokens.IsEmpty ? 0 : MostTelling(context.Question.Tokens, topic, says);
        return context.Answer([topic], says[first].Value, says) with
        {
            Notes = [.. says.Where((_, index) => index != first).Select(statement => statement.Value)],
        };
    }

    // The sentence that shares most with the question; words that all sentences share, and those of the topic's names, tell nothing. Who
    // asks when is told a date.
    private static int MostTelling(ImmutableArray<Token> tokens, SubjectView topic, IReadOnlyList<Statement> says)
    {
        var named = topic.Subject.Aliases.Prepend(topic.Name).SelectMany(name => Words.Of(Tokenizer.Split(name)));
        ImmutableArray<string> asked = [.. Words.Of(tokens).Except(named)];
        var told = says.Select(statement => Words.Of(Tokenizer.Split(statement.Value))).ToArray();
        var wantsDate = tokens.Any(token => token.Text is "when" or "year" or "date" or "day");
        var best = 0;
        var most = 0.0;
        for (var i = 0; i < told.Length; i++)
        {
            var score =
                asked.Where(told[i].Contains).Sum(word => Math.Log(1 + (double)told.Length / told.Count(other => other.Contains(word))))
                + (wantsDate && says[i].ValidFrom is not null ? 1 : 0);
            if (score > most + Margin)
                (best, most) = (i, score);
        }

        return best;
    }

    // A later sentence depends on the first ones: it must tell clearly more to be said before them.
    private const double Margin = 0.5;
}
