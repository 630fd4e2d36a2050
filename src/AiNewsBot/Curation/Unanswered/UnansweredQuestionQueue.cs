using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Access;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>Questions of a server that got no answer, most asked first.</summary>
internal sealed class UnansweredQuestionQueue(IDatabase database, TimeProvider time)
{
    /// <summary>The card of the question that was asked most and still has no answer; those that have one by now are done.</summary>
    public Task<Card> NextAsync(EditContext place, string? note = null) =>
        database.ReadAsync(async connection =>
        {
            var today = time.Today();
            var questions = (
                await connection.QueryAsync<Row>(
                    "SELECT number AS Number, question AS Question, asked AS Asked FROM unanswered WHERE server = @server AND is_ignored "
                        + "= 0 ORDER BY asked DESC, number",
                    new { server = place.Layer.Id }
                )
            ).AsList();
            var next = questions.Find(row =>
                place.Facts.Answerer.Ask(row.Question, today).Status is AnswerStatus.UnknownSubject or AnswerStatus.NoFact
            );
            var card = new CardWriter(VerdictStyle.Accent(null));
            if (note is not null)
                card.Add($"**{Markdown.Escape(note)}**");
            return next is null
                ? card.Add("There are no unanswered questions here.").ToCard()
                : card.Add(
                        $"**{Markdown.Escape(next.Question)}**\nasked {(next.Asked == 1 ? "once" : $"{next.Asked} times")}, "
                            + "without an answer"
                    )
                    .Add($"-# {questions.Count} in all. Questions are kept without user ids.")
                    .AddButton(ButtonId.Format(UnansweredButtons.AddFact, $"{next.Number}"), "Add fact")
                    .AddButton(ButtonId.Format(UnansweredButtons.AddAlias, $"{next.Number}"), "Add alias")
                    .AddButton(ButtonId.Format(UnansweredButtons.Teach, $"{next.Number}"), "Teach what it asks")
                    .AddButton(ButtonId.Format(UnansweredButtons.Ignore, $"{next.Number}"), "Ignore")
                    .ToCard();
        });

    /// <summary>A question of the server; null when it is not kept.</summary>
    public Task<string?> FindAsync(EditContext place, long number) =>
        database.ReadAsync(connection =>
            connection.QuerySingleOrDefaultAsync<string>(
                "SELECT question FROM unanswered WHERE number = @number AND server = @server",
                new { number, server = place.Layer.Id }
            )
        );

    /// <summary>Lists a question no more.</summary>
    public async Task IgnoreAsync(EditContext place, long number)
    {
        await database.WriteAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE unanswered SET is_ignored = 1 WHERE number = @number AND server = @server",
                new { number, server = place.Layer.Id }
            )
        );
    }

    /// <summary>How many wait in a server.</summary>
    public Task<int> CountAsync(string server) =>
        database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM unanswered WHERE server = @server AND is_ignored = 0", new { server })
        );

    /// <summary>Those of all servers.</summary>
    public static async Task<IReadOnlyList<Row>> ReadAllAsync(IDatabase database) =>
        (
            await database.ReadAsync(connection =>
                connection.QueryAsync<Row>(
                    "SELECT number AS Number, question AS Question, asked AS Asked FROM unanswered WHERE is_ignored = 0"
                )
            )
        ).AsList();

    internal sealed record Row
    {
        public long Number { get; init; }

        public required string Question { get; init; }

        public long Asked { get; init; }
    }
}
