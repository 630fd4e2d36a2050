namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Which changes over time a list asks for.</summary>
public enum OpennessTrend
{
    /// <summary>Changes of licences, whichever way.</summary>
    Licences,

    /// <summary>What became less open.</summary>
    Less,

    /// <summary>What became more open.</summary>
    More,

    /// <summary>Makers that published weights and do so no longer.</summary>
    Stopped,
}
