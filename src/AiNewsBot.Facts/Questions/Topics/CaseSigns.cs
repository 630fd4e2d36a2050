namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>What a question shows of the case that it asks about, by its names and by how it is built.</summary>
[Flags]
internal enum CaseSigns
{
    None = 0,

    /// <summary>Terms that exclude commercial use are named, or are those of the model that is asked about.</summary>
    NonCommercial = 1,

    /// <summary>The same of terms that ask to pass changes on under the same licence.</summary>
    Copyleft = 1 << 1,

    /// <summary>Two licences, or kinds of them, that one work cannot well have both.</summary>
    SeveralTerms = 1 << 2,

    /// <summary>Two places in which terms are written.</summary>
    SeveralSources = 1 << 3,

    /// <summary>Code or a repository of it, and weights; or one of both where the terms of a work are set against each other.</summary>
    CodeAndWeights = 1 << 4,

    /// <summary>Training data that are not the asker's own.</summary>
    Data = 1 << 5,

    /// <summary>What a model makes.</summary>
    Outputs = 1 << 6,

    /// <summary>A model on which another is built.</summary>
    Base = 1 << 7,

    /// <summary>A model or maker whose weights are not public, so that outputs of a service are what others have of it.</summary>
    Service = 1 << 8,

    /// <summary>The words for how open something is.</summary>
    Openness = 1 << 9,

    /// <summary>A limit on users or revenue.</summary>
    Cap = 1 << 10,

    /// <summary>A duty to show a name.</summary>
    Naming = 1 << 11,

    /// <summary>A standard licence that was changed.</summary>
    Modified = 1 << 12,

    /// <summary>What a word means.</summary>
    Meaning = 1 << 13,

    /// <summary>That terms are lacking.</summary>
    NoTerms = 1 << 14,

    /// <summary>An adapter.</summary>
    Adapter = 1 << 15,

    /// <summary>A merge.</summary>
    Merged = 1 << 16,

    /// <summary>A quantised copy, or one in another format.</summary>
    Quantised = 1 << 17,

    /// <summary>Training, or building, from the beginning.</summary>
    Scratch = 1 << 18,
}
