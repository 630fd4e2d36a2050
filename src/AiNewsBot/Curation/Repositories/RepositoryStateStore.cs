using System.Data.Common;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Repositories;

/// <summary>What was last seen of the known repositories.</summary>
internal sealed class RepositoryStateStore(IDatabase database)
{
    /// <summary>All that were looked at.</summary>
    public async Task<IReadOnlyDictionary<string, SeenRepository>> ReadAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<SeenRepository>(
                        """
                        SELECT repository AS Repository, licence AS Licence, is_gated AS IsGated, licence_file_hash AS LicenceFileHash,
                            is_known AS IsKnown, checked_at AS CheckedAt FROM repository_states
                        """
                    )
                ).ToDictionary(row => row.Repository),
            cancellationToken
        );

    /// <summary>Takes the turn to look at one. One process of several gets it.</summary>
    /// <param name="before">When it was looked at before; null for never.</param>
    public Task<bool> TryClaimAsync(string repository, long? before, long now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
                await connection.ExecuteAsync(
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
                ) == 1,
            cancellationToken
        );

    /// <summary>Keeps what was seen.</summary>
    public Task RecordAsync(string repository, RepositoryState state, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => RecordAsync(connection, repository, state), cancellationToken);

    /// <summary>Keeps what was seen, within a transaction.</summary>
    public static async Task<bool> RecordAsync(DbConnection connection, string repository, RepositoryState state) =>
        await connection.ExecuteAsync(
            """
            UPDATE repository_states SET licence = @Licence, is_gated = @gated, licence_file_hash = @LicenceFileHash, is_known = 1
            WHERE repository = @repository
            """,
            new
            {
                repository,
                state.Licence,
                gated = state.IsGated is { } isGated
                    ? isGated
                        ? 1
                        : 0
                    : (int?)null,
                state.LicenceFileHash,
            }
        ) == 1;
}
