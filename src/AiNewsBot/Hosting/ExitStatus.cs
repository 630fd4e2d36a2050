namespace AiNewsBot.Hosting;

/// <summary>With which code the process will end, once something has decided on one.</summary>
internal sealed class ExitStatus
{
    public int Code { get; set; }
}
