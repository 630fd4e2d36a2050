namespace AiNewsBot.Jobs;

/// <summary>A fault of something that many need, which is logged where it is found: those who meet it, each in turn, need not.</summary>
internal interface ILoggedFault
{
    bool IsLogged { get; }
}
