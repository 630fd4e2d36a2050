using System.Globalization;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Text;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Answering;

/// <summary>Counts the questions that got no answer, normalised and without whoever asked, for those who keep the facts.</summary>
public sealed class UnansweredQuestions(DatabaseWriter database, TimeProvider time)
{
    private const int LongestQuestion = 200;

    /// <summary>Counts a question if its answer was that something is not known.</summary>
    /// <param name="server">Where it was asked; null outside of servers.</param>
    public void Count(Answer answer, string? server)
    {
        if (answer.Status is not (AnswerStatus.UnknownSubject or AnswerStatus.NoFact))
            return;
        var question = string.Join(' ', Tokenizer.Split(answer.Question).Select(token => token.Text));
        if (question.Length is 0 or > LongestQuestion)
            return;
        database.Write(connection => connection.Execute(
            """
            INSERT INTO unanswered (server, question, asked, last_asked) VALUES (@server, @question, 1, @at)
            ON CONFLICT (server, question) DO UPDATE SET asked = unanswered.asked + 1, last_asked = excluded.last_asked
            """,
            new { server = server ?? "", question, at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) }));
    }
}
