namespace AiNewsBot.Servers;

/// <summary>Powers in words.</summary>
public static class PowerText
{
    /// <summary>As it stands in the database and in ids.</summary>
    public static string ToSlug(this Power power) => power switch
    {
        Power.Suggest => "suggest",
        Power.Edit => "edit",
        Power.Approve => "approve",
        _ => "news",
    };

    /// <summary>What whoever has it may do.</summary>
    public static string ToWords(this Power power) => power switch
    {
        Power.Suggest => "suggest facts",
        Power.Edit => "edit facts",
        Power.Approve => "review suggestions and lock facts",
        _ => "manage news",
    };
}
