using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Review;

/// <summary>Facts that were not checked for long, the oldest check first.</summary>
internal sealed class StaleFactQueue(IDatabase database, FactsSettings settings, TimeProvider time)
{
    // What a server put in the place of a shared fact, and what it says beside, and the shared facts below.
    private const string Stale = """
        FROM statements
        WHERE layer IN ('global', @layer) AND state = 'stated' AND verified_on < @limit
            AND NOT EXISTS (SELECT 1 FROM statements AS own
                WHERE own.base = statements.id AND own.layer = @layer AND own.state <> 'inherits')
        """;

    private string Limit => IsoDay.Format(time.Today().AddDays(-settings.StaleAfterDays));

    /// <summary>The card of the next after a place in the list; in order of checks.</summary>
    public async Task<Card> NextAsync(
        EditContext place,
        StalePlace after,
        string? note = null,
        CancellationToken cancellationToken = default
    )
    {
        var (limit, texts) = (Limit, ChatTexts.Current);
        return await database.ReadAsync<Card>(
            async connection =>
            {
                var waiting = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) {Stale}", new { layer = place.Layer.Id, limit });
                var card = new CardWriter(VerdictStyle.Accent(null));
                if (note is not null)
                    card.Add($"**{Markdown.Escape(note)}**");
                var id = await connection.QueryFirstOrDefaultAsync<string>(
                    $"""
                    SELECT statements.id {Stale} AND (verified_on, statements.id) > (@date, @id) ORDER BY verified_on, statements.id LIMIT 1
                    """,
                    new
                    {
                        layer = place.Layer.Id,
                        limit,
                        date = after.VerifiedOn,
                        id = after.Statement,
                    }
                );
                if (id is null || await FactStore.ReadRowAsync(connection, id) is not { } row)
                    return card.Add(
                            waiting == 0 ? texts["fact.stale_none", ("days", $"{settings.StaleAfterDays}")] : texts["fact.stale_last"]
                        )
                        .ToCard();
                return card.Add(
                        texts[
                            "fact.stale_fact",
                            ("title", FactText.Title(place.Facts.Facts, row.Subject, row.Property)),
                            ("day", row.VerifiedOn)
                        ]
                    )
                    .Add(FactText.Line(row.Content))
                    .Add($"-# {texts.Count("fact.stale_count", waiting, ("days", texts.Count("count.days", settings.StaleAfterDays)))}")
                    .AddButton(
                        new VerifyButton(new Layer(row.Layer).IsGlobal, row.Id, row.Revision, row.VerifiedOn).Id,
                        texts["fact.still_true"]
                    )
                    .AddButton(new StalePlace(row.VerifiedOn, row.Id).Id, texts["fact.next"])
                    .ToCard();
            },
            cancellationToken
        );
    }

    /// <summary>How many there are in a server's own layer.</summary>
    public Task<int> CountAsync(string layer) =>
        database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<int>(
                "SELECT COUNT(*) FROM statements WHERE layer = @layer AND state = 'stated' AND verified_on < @limit",
                new { layer, limit = Limit }
            )
        );
}
