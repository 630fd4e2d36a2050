using AiNewsBot.Storage;

namespace AiNewsBot.Curation;

/// <summary>Whose facts: those that all servers share, or a server's own on top of them.</summary>
/// <param name="Id">As it stands in the database: global, or the server's id.</param>
public readonly record struct Layer(string Id)
{
    public static Layer Global { get; } = new(StatementRow.Global);

    public bool IsGlobal => Id == StatementRow.Global;

    /// <summary>As people read it.</summary>
    public string Words => IsGlobal ? "all servers" : "this server";
}
