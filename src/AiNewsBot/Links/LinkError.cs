namespace AiNewsBot.Links;

/// <summary>Why others cannot read an address.</summary>
internal enum LinkError
{
    NoAddress,
    TooLong,

    /// <summary>It is of a private network.</summary>
    Private,
}
