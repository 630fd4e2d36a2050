using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>A section of the configuration.</summary>
internal interface ISettings
{
    /// <summary>Its name.</summary>
    static abstract string Section { get; }

    /// <summary>Its keys.</summary>
    static abstract ConfigurationKeyTree CreateKeys();

    /// <summary>Takes what the configuration says. Each section does so itself: the code that reads it is written when the bot is built,
    /// for its very type.</summary>
    /// <exception cref="InvalidOperationException">A value is not of its kind.</exception>
    void Bind(IConfigurationSection section);

    /// <summary>Checks what was taken; each fault begins with the key within the section.</summary>
    ValidateOptionsResult Check();
}
