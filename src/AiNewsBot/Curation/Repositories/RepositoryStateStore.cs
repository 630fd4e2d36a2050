using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation.Repositories;

/// <summary>What was last seen of the known repositories.</summary>
internal sealed class RepositoryStateStore(DatabaseWriter database)
{
    /// <summary>All that were looked at.</summary>
    public IReadOnlyDictionary<string, SeenRepository> Read() =>
        database.Read(connection =>
            connection
                .Query<SeenRepository>(
                    """
                    SELECT repository AS Repository, licence AS Licence, is_gated AS IsGated, licence_file_hash AS LicenceFileHash,
                        is_known AS IsKnown, checked_at AS CheckedAt FROM repository_states
                    """
                )
                .ToDictionary(row => row.Repository)
        );

    /// <summary>Takes the turn to look at one. One process of several gets it.</summary>
    /// <param name="before">When it was looked at before; null for never.</param>
    public bool TryClaim(string repository, long? before, long now) =>
        database.Write(connection =>
            connection.Execute(
                before is null
                    ? "INSERT INTO repository_states (repository, is_known, checked_at) VALUES (@repository, 0, @now) "
                        + "ON CONFLICT DO NOTHING"
                    : "UPDATE repository_states SET checked_at = @now WHERE repository = @repository AND checked_at = @before",
                new
                {
                    repository,
                    before,
                    now,
                }
            ) == 1
        );

    /// <summary>Keeps what was seen.</summary>
    public void Record(string repository, RepositoryState state) => database.Write(connection => Record(connection, repository, state));

    /// <summary>Keeps what was seen, within a transaction.</summary>
    public static bool Record(SqliteConnection connection, string repository, RepositoryState state) =>
        connection.Execute(
            """
            UPDATE repository_states SET licence = @Licence, is_gated = @IsGated, licence_file_hash = @LicenceFileHash, is_known = 1
            WHERE repository = @repository
            """,
            new
            {
                repository,
                state.Licence,
                state.IsGated,
                state.LicenceFileHash,
            }
        ) == 1;
}
