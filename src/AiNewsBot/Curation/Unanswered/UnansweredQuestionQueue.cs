using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>Questions of a server that got no answer, most asked first.</summary>
internal sealed class UnansweredQuestionQueue(IDatabase database, TimeProvider time)
{
    private const string Columns = "number AS Number, question AS Question, asked AS Asked, wanted AS Wanted";
    private const int MaxOptionLength = 100;

    /// <summary>The card of the question that was asked most and still has no answer; those that have one by now are done.</summary>
    public Task<Card> NextAsync(EditContext place, string? note = null, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
            {
                var today = time.Today();
                var questions = (
                    await connection.QueryAsync<Row>(
                        $"SELECT {Columns} FROM unanswered WHERE server = @server AND is_ignored = 0 ORDER BY wanted DESC, asked DESC, "
                            + "number",
                        new { server = place.Layer.Id }
                    )
                ).AsList();
                ImmutableArray<Row> open =
                [
                    .. questions
                        .Where(row =>
                            place.Facts.Answerer.Ask(row.Question, today).Status is AnswerStatus.UnknownSubject or AnswerStatus.NoFact
                        )
                        .Take(CardMenu.MaxOptions),
                ];
                var card = new CardWriter(VerdictStyle.Accent(null));
                if (note is not null)
                    card.Add($"**{Markdown.Escape(note)}**");
                return open is not [var next, ..]
                    ? card.Add(ChatTexts.Current["fact.unanswered_none"]).ToCard()
                    : card.Add($"**{Markdown.Escape(next.Question)}**\n{Asked(next)}")
                        .Add($"-# {ChatTexts.Current["fact.unanswered_count", ("count", $"{questions.Count}")]}")
                        .AddMenu(
                            new CardMenu(
                                ButtonId.Format(UnansweredButtons.IgnoreMany, ""),
                                ChatTexts.Current["fact.ignore_several"],
                                [
                                    .. open.Select(row => new CardOption(
                                        Ellipsis.Shorten(row.Question, MaxOptionLength),
                                        row.Number.ToString(CultureInfo.InvariantCulture)
                                    )),
                                ],
                                CardMenu.MaxOptions
                            )
                        )
                        .AddButton(ButtonId.Format(UnansweredButtons.AddModel, $"{next.Number}"), ChatTexts.Current["fact.add_model"])
                        .AddButton(ButtonId.Format(UnansweredButtons.AddFact, $"{next.Number}"), ChatTexts.Current["fact.add_fact"])
                        .AddButton(ButtonId.Format(UnansweredButtons.AddAlias, $"{next.Number}"), ChatTexts.Current["fact.add_alias"])
                        .AddButton(ButtonId.Format(UnansweredButtons.Teach, $"{next.Number}"), ChatTexts.Current["fact.teach"])
                        .AddButton(ButtonId.Format(UnansweredButtons.Ignore, $"{next.Number}"), ChatTexts.Current["fact.ignore"])
                        .ToCard();
            },
            cancellationToken
        );

    /// <summary>A question of the server; null when it is not kept.</summary>
    public Task<string?> FindAsync(EditContext place, long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<string>(
                    "SELECT question FROM unanswered WHERE number = @number AND server = @server",
                    new { number, server = place.Layer.Id }
                ),
            cancellationToken
        );

    /// <summary>What a question calls something that is not known; null where it names nothing unknown.</summary>
    public Task<string?> FindNameAsync(EditContext place, long number, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
                await connection.QueryFirstOrDefaultAsync<string>(
                    "SELECT question FROM unanswered WHERE number = @number AND server = @server",
                    new { number, server = place.Layer.Id }
                )
                    is { } question
                    ? place.Facts.Answerer.Read(question, time.Today()).Mentions.FirstOrDefault(mention => mention.IsUnknown)?.Typed
                    : null,
            cancellationToken
        );

    /// <summary>Takes questions off the list.</summary>
    public async Task IgnoreAsync(EditContext place, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE unanswered SET is_ignored = 1 WHERE number = @number AND server = @server",
                    numbers.Select(number => new { number, server = place.Layer.Id })
                ),
            cancellationToken
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
            await database.ReadAsync(connection => connection.QueryAsync<Row>($"SELECT {Columns} FROM unanswered WHERE is_ignored = 0"))
        ).AsList();

    private static string Asked(Row row) =>
        ChatTexts.Current[
            row.Wanted > 0 ? "fact.asked_told" : "fact.asked",
            ("times", Times(row.Asked)),
            ("told", row.Wanted > 0 ? Times(row.Wanted) : "")
        ];

    private static string Times(long count) => count == 1 ? ChatTexts.Current["fact.once"] : ChatTexts.Current.Count("count.times", count);

    internal sealed record Row
    {
        public long Number { get; init; }

        public required string Question { get; init; }

        public long Asked { get; init; }

        public long Wanted { get; init; }
    }
}
