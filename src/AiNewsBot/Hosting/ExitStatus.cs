namespace AiNewsBot.Hosting;

/// <summary>With which code the process will end, once something has decided on one.</summary>
public sealed class ExitStatus
{
    public int Code { get; set; }
}
