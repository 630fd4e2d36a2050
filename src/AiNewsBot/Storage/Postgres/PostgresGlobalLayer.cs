using System.Data.Common;
using AiNewsBot.Facts.Model;
using Dapper;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Reads the whole global layer, as every start does.</summary>
internal static class PostgresGlobalLayer
{
    public static async Task<IReadOnlyList<Subject>> ReadAsync(DbConnection connection)
    {
        var shared = new ValueInterner();
        var statements = (
            await connection.QueryAsync<StatementRow>(
                """
                SELECT id AS Id, layer AS Layer, subject AS Subject, property AS Property, value AS Value, valid_from AS ValidFrom,
                    valid_to AS ValidTo, sources AS Sources, verified_on AS VerifiedOn, note AS Note, rank AS Rank,
                    qualifiers AS Qualifiers, state AS State
                FROM statements WHERE layer = 'global' AND state IN ('stated', 'retracted') ORDER BY subject, position
                """
            )
        ).ToLookup(row => row.Subject);
        var subjects = await connection.QueryAsync<SubjectRow>(
            """
            SELECT id AS Id, kind AS Kind, name AS Name, parent AS Parent, about AS About, aliases AS Aliases, details AS Details,
                related AS Related, asks AS Asks FROM subjects WHERE layer = 'global' ORDER BY position
            """
        );
        return
        [
            .. subjects.Select(row =>
                row.ToSubject(statements[row.Id].Where(one => one.State == StatementContent.Stated), shared) with
                {
                    Withdrawn =
                    [
                        .. statements[row.Id]
                            .Where(one => one.State == StatementContent.Retracted)
                            .Select(one => new Withdrawal(shared.Text(one.Property), IsLocal: false)),
                    ],
                }
            ),
        ];
    }
}
