namespace AiNewsBot.News.Templates;

/// <summary>What a template can show of a story. The names are those that moderators write, in lower case.</summary>
internal enum TemplateField
{
    Title,
    Link,
    Summary,
    Image,
    Author,
    Maker,
    Model,
    Verdict,
    Date,
    Feed,
    Category,
}
