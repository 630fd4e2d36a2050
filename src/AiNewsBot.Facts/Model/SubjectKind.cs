namespace AiNewsBot.Facts.Model;

/// <summary>What a subject is.</summary>
public enum SubjectKind
{
    /// <summary>A published or announced model, such as Grok-1.</summary>
    Release,

    /// <summary>A line of releases, such as Grok.</summary>
    Family,

    /// <summary>Who makes them, such as xAI.</summary>
    Organization,

    /// <summary>A licence, such as Apache-2.0.</summary>
    Licence,

    /// <summary>A matter that people ask about, such as a lawsuit, or a definition.</summary>
    Topic,

    /// <summary>Software or a product that people ask about beside models, such as Ollama or ChatGPT.</summary>
    Software,

    /// <summary>How people ask, as moderators taught it: see
    /// <see cref="AiNewsBot.Facts.Language.TaughtWords"/>. Nothing is told of it.</summary>
    Words,
}
