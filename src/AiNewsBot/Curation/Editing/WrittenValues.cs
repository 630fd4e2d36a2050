using System.Diagnostics.CodeAnalysis;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>The parameters of the statements that write a statement: what its row shall be, and who asks, as <see cref="EditRights"/>
/// names it.</summary>
internal sealed record WrittenValues : StatementRow
{
    [SetsRequiredMembers]
    public WrittenValues(StatementRow row, EditRights.Claims rights)
        : base(row)
    {
        Layer = rights.Layer;
        (Server, IsCurator, Manages, Roles) = (rights.Server, rights.IsCurator, rights.Manages, rights.Roles);
    }

    public string Server { get; }

    public bool IsCurator { get; }

    public bool Manages { get; }

    public string Roles { get; }

    /// <summary>The revision that its author saw.</summary>
    public long Seen { get; init; }
}
