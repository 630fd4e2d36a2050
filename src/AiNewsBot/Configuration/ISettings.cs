using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>A section of the configuration.</summary>
internal interface ISettings
{
    /// <summary>Its name.</summary>
    static abstract string Section { get; }

    /// <summary>Takes what the configuration says. Each section does so itself: the code that reads it is written when the bot is built,
    /// for its very type.</summary>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    void Bind(IConfigurationSection section);

    /// <summary>What is wrong: the key within the section, and what it should be.</summary>
    IEnumerable<(string Key, string Fault)> Validate();
}
