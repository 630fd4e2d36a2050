namespace AiNewsBot.Chat;

/// <summary>The first word of commands that have two, such as the fact of /fact edit.</summary>
/// <param name="Definition">What people see of it; its subcommands are the commands whose names begin with its own.</param>
internal sealed record CommandGroup(CommandDefinition Definition);
