using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>Whose facts: those that all servers share, or a server's own on top of them.</summary>
/// <param name="Id">As stored in the database: global, or the server's id.</param>
internal readonly record struct Layer(string Id)
{
    public static Layer Global { get; } = new(StatementRow.Global);

    public bool IsGlobal => Id == StatementRow.Global;
}
