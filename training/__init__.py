"""Scripts that train the weights in curriculum/reading/models, on data whose licence allows it."""
